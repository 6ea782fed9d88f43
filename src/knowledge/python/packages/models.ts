// Language models, by the network or on this machine. Inference computes in C++ without the
// interpreter's lock, for long; tokenizing a long text takes tens to hundreds of milliseconds.

import type { BlockingRow } from '../../../core/knowledge';
import { advice, github } from '../../builders';
import { bare, chains, each, extend, give, type Library, methods, operations, process, same, spoken, thread } from '../rows';

const openai = operations('py:openai.', 'sync-network', github('openai/openai-python'), { remedy: thread('Or use `openai.AsyncOpenAI`') });
const old = operations('py:openai.', 'sync-network', github('openai/openai-python'), { remedy: thread('Or await `acreate`') });
const anthropic = operations('py:anthropic.', 'sync-network', github('anthropics/anthropic-sdk-python'), {
  remedy: thread('Or use `anthropic.AsyncAnthropic`'),
});
const hub = operations('py:huggingface_hub.', 'sync-network', 'https://huggingface.co/docs/huggingface_hub/index', {
  remedy: thread('Or use `AsyncInferenceClient`'),
});
const gemini = operations('py:google.', 'sync-network', 'https://ai.google.dev/api?lang=python', {
  remedy: thread('Or await the methods with `_async` in their names, or those of `client.aio`'),
});
const ollama = operations('py:ollama.', 'sync-network', github('ollama/ollama-python'), { remedy: thread('Or use `ollama.AsyncClient`') });
const others = operations('py:', 'sync-network', 'https://python.langchain.com/docs/concepts/async/', {
  remedy: thread('Or await the method with an `a` before its name'),
});

/** Where the resources of the client hang their methods. */
const calls = [
  'chat.completions.create',
  'chat.completions.parse',
  'completions.create',
  'embeddings.create',
  'responses.create',
  'responses.parse',
  'images.generate',
  'images.edit',
  'moderations.create',
  'audio.transcriptions.create',
  'audio.translations.create',
  'audio.speech.create',
  'models.list',
  'models.retrieve',
  'files.create',
  'beta.chat.completions.parse',
  'beta.threads.create',
  'beta.threads.messages.create',
  'beta.threads.messages.list',
  'beta.threads.runs.create',
  'beta.threads.runs.retrieve',
  'beta.assistants.create',
];
const legacy = ['ChatCompletion', 'Completion', 'Embedding', 'Image', 'Moderation'];
const inference =
  'text_generation chat_completion feature_extraction text_to_image image_to_text automatic_speech_recognition summarization translation question_answering text_classification text_to_speech sentence_similarity'.split(
    ' ',
  );

const services: readonly BlockingRow[] = [
  ...methods(openai, 'OpenAI#', calls, 'unbounded', (name) => `sends ${name} to the service and waits for its whole answer`),
  ...each(openai, calls.slice(0, 6), 'unbounded', (name) => `sends ${name} by the client of the module and waits for its whole answer`),
  ...legacy.map((type) => old(`${type}.create`, 'unbounded', `sends the ${type} to the service and waits for its answer`)),
  ...each(
    anthropic,
    ['messages.create', 'messages.stream#__enter__', 'messages.count_tokens', 'completions.create', 'beta.messages.create'].map((name) =>
      `Anthropic#${name}`.replace('#messages.stream#', '.messages.stream#'),
    ),
    'unbounded',
    (name) => `sends ${spoken(name)} to the service and waits for its answer`,
  ),
  ...methods(hub, 'InferenceClient#', inference, 'unbounded', (name) => `sends ${name} to the service and waits for its answer`),
  ...each(
    hub,
    ['hf_hub_download', 'snapshot_download', 'list_models', 'upload_file', 'upload_folder', 'login', 'model_info'],
    'unbounded',
    (name) => `waits for the hub in ${name}`,
  ),
  ...each(
    gemini,
    [
      'generativeai.GenerativeModel#generate_content',
      'generativeai.ChatSession#send_message',
      'generativeai.embed_content',
      'genai.Client#models.generate_content',
      'genai.Client#models.embed_content',
      'genai.Client#models.generate_images',
    ],
    'unbounded',
    (name) => `sends ${name.replace(/.*[#.](?=\w+$)/, '')} of ${name.split('.')[0] ?? ''} to the service and waits for its answer`,
  ),
  ...['chat', 'generate', 'embeddings', 'embed', 'pull', 'list'].flatMap((name) => [
    ollama(name, 'unbounded', `has the server run ${name} and waits for it`),
    ollama(`Client#${name}`, 'unbounded', `has the server of the client run ${name} and waits for it`),
  ]),
  ...each(
    others,
    [
      'langchain_openai.ChatOpenAI',
      'langchain_anthropic.ChatAnthropic',
      'langchain_ollama.ChatOllama',
      'langchain_community.chat_models.ChatOpenAI',
    ].flatMap((type) => ['invoke', 'predict', 'batch'].map((name) => `${type}#${name}`)),
    'unbounded',
    (name) => `waits for the model in ${spoken(name)}`,
  ),
  ...each(
    others,
    ['litellm.completion', 'litellm.embedding', 'litellm.image_generation'],
    'unbounded',
    (name) => `sends the ${bare(name)} to the service and waits for its answer`,
  ),
  ...each(
    operations('py:', 'sync-network', github('cohere-ai/cohere-python')),
    [
      'cohere.Client#chat',
      'cohere.Client#embed',
      'cohere.Client#rerank',
      'cohere.Client#generate',
      'groq.Groq#chat.completions.create',
      'mistralai.Mistral#chat.complete',
      'together.Together#chat.completions.create',
      'replicate.run',
      'fal_client.subscribe',
    ],
    'unbounded',
    (name) => `waits for the service in ${spoken(name)}`,
  ),
];

const transformersDocs = 'https://huggingface.co/docs/transformers/index';
const released = { gil: 'released', remedy: thread() } as const;
const loaded = thread('Load it once, while the program starts');
const spacy = operations('py:spacy.', 'cpu-call', 'https://spacy.io/api', { gil: 'held', remedy: process() });
const transformers = operations('py:transformers.', 'cpu-call', transformersDocs, released);
const sentences = operations(
  'py:sentence_transformers.',
  'cpu-call',
  'https://sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html',
  released,
);
const torch = operations('py:torch.', 'cpu-call', 'https://pytorch.org/docs/stable/index.html', released);
const tiktoken = operations('py:tiktoken.', 'cpu-call', github('openai/tiktoken'), released);
const tokenizers = operations('py:tokenizers.', 'cpu-call', 'https://huggingface.co/docs/tokenizers/index', released);

const autos = [
  'AutoModel',
  'AutoModelForCausalLM',
  'AutoModelForSeq2SeqLM',
  'AutoModelForSequenceClassification',
  'AutoModelForTokenClassification',
  'AutoProcessor',
  'AutoConfig',
  'PreTrainedModel',
];
const tokenizing = ['', 'encode', 'batch_encode_plus', 'encode_plus', 'tokenize', 'apply_chat_template'];

const local: readonly BlockingRow[] = [
  ...[...autos, 'AutoTokenizer'].map((type) =>
    transformers(`${type}.from_pretrained`, 'long', `loads the ${type} from the disk, or downloads it first`, {
      remedy: loaded,
      example: "'gpt2'",
    }),
  ),
  transformers('pipeline', 'long', 'loads a model and its tokenizer from the disk, or downloads them first', { remedy: loaded }),
  transformers('Pipeline#', 'long', 'runs the model'),
  transformers('PreTrainedModel#generate', 'unbounded', 'runs the model once for each token'),
  transformers('PreTrainedModel#', 'long', 'runs the model once'),
  ...tokenizing.map((name) =>
    transformers(
      `PreTrainedTokenizerBase#${name}`,
      'noticeable',
      `splits the text into tokens${name === '' ? '' : ` by ${name}`}, in a time that grows with the text`,
    ),
  ),
  transformers('PreTrainedTokenizerBase#batch_decode', 'noticeable', 'puts the tokens of all texts together'),
  sentences('SentenceTransformer', 'long', 'loads the model from the disk, or downloads it first', { remedy: loaded }),
  ...each(
    sentences,
    ['SentenceTransformer#encode', 'CrossEncoder#predict'],
    'long',
    (name) => `runs the model over all the texts in ${spoken(name)}`,
  ),
  torch('load', 'long', 'reads the whole file and builds the tensors in it', { example: "'a.pt'" }),
  torch('save', 'long', 'writes all the tensors', { example: "data, 'a.pt'" }),
  torch('hub.load', 'unbounded', 'downloads the model, if it is not there, and loads it', { remedy: loaded }),
  torch('jit.load', 'long', 'reads the whole model', { remedy: loaded, example: "'a.pt'" }),
  torch('cuda.synchronize', 'long', 'waits until the device has done everything'),
  ...each(
    tiktoken,
    ['get_encoding', 'encoding_for_model'],
    'long',
    (name) => `downloads the vocabulary, if it is not there, and loads it, in ${name}`,
  ).map((row) => ({
    ...row,
    remedy: loaded,
    example: "'gpt2'",
  })),
  ...methods(
    tiktoken,
    'Encoding#',
    ['encode', 'encode_ordinary', 'encode_batch'],
    'noticeable',
    (name) => `splits the text into tokens by ${name}, in a time that grows with the text`,
  ),
  ...each(
    tokenizers,
    ['Tokenizer#encode', 'Tokenizer#encode_batch', 'Tokenizer.from_pretrained', 'Tokenizer.from_file'],
    'noticeable',
    (name) => `computes, or reads its vocabulary, in ${spoken(name)}`,
  ),
  ...each(
    operations('py:', 'cpu-call', github('openai/whisper'), released),
    [
      'whisper.load_model',
      'whisper.model.Whisper#transcribe',
      'faster_whisper.WhisperModel',
      'faster_whisper.WhisperModel#transcribe',
      'whisper.transcribe',
    ],
    'long',
    (name) => `loads or runs a speech model in ${spoken(name)}`,
  ),
  ...each(
    operations('py:', 'cpu-call', github('abetlen/llama-cpp-python'), released),
    ['llama_cpp.Llama', 'llama_cpp.Llama#', 'llama_cpp.Llama#create_completion', 'llama_cpp.Llama#create_chat_completion'],
    'long',
    (name) => `loads or runs a language model in ${spoken(name).replace(/\.$/, ' called')}`,
  ),
  ...each(
    operations('py:', 'cpu-call', 'https://onnxruntime.ai/docs/api/python/api_summary.html', released),
    ['onnxruntime.InferenceSession', 'onnxruntime.InferenceSession#run'],
    'long',
    (name) => `loads or runs the model in ${bare(name)}`,
  ),
  ...each(
    operations('py:', 'cpu-call', 'https://www.tensorflow.org/api_docs/python/tf', released),
    ['tensorflow.keras.models.load_model', 'tensorflow.keras.Model#predict', 'tensorflow.keras.Model#fit', 'tensorflow.saved_model.load'],
    'long',
    (name) => `loads, runs or trains the model in ${spoken(name)}`,
  ),
  spacy('load', 'long', 'loads the whole model from the disk', { remedy: advice('Load it once, while the program starts') }),
  spacy('load#', 'long', 'parses the whole text'),
  ...each(
    operations('py:nltk.', 'sync-network', 'https://www.nltk.org/api/nltk.html'),
    ['download'],
    'unbounded',
    () => 'asks the server, and downloads the data if it is newer',
  ),
  ...each(
    operations('py:nltk.', 'cpu-call', 'https://www.nltk.org/api/nltk.html', { gil: 'held', remedy: process() }),
    ['word_tokenize', 'sent_tokenize', 'pos_tag'],
    'noticeable',
    (name) => `goes through the whole text in ${name}`,
  ),
];

const tokenizer = 'py:transformers.PreTrainedTokenizerBase#';
const model = 'py:transformers.PreTrainedModel#';

export const modelLibrary: Library = {
  blocking: [...services, ...local],
  returns: [
    ...give('py:anthropic.Anthropic.messages.stream#', 'py:anthropic.', 'Anthropic#messages.stream'),
    ...give('py:google.generativeai.ChatSession#', 'py:google.generativeai.', 'GenerativeModel#start_chat'),
    ...give(tokenizer, 'py:transformers.', 'AutoTokenizer.from_pretrained', 'PreTrainedTokenizerBase.from_pretrained'),
    ...give(
      model,
      'py:transformers.',
      ...autos.filter((name) => name !== 'AutoProcessor' && name !== 'AutoConfig').map((name) => `${name}.from_pretrained`),
    ),
    ...chains(model, 'to', 'eval', 'cuda', 'half', 'cpu', 'float'),
    ...give('py:transformers.Pipeline#', 'py:transformers.', 'pipeline'),
    ...give('py:tiktoken.Encoding#', 'py:tiktoken.', 'get_encoding', 'encoding_for_model'),
    ...give('py:tokenizers.Tokenizer#', 'py:tokenizers.', 'Tokenizer.from_pretrained', 'Tokenizer.from_file'),
    ...give('py:whisper.model.Whisper#', 'py:whisper.', 'load_model'),
    ...give('py:spacy.load#', 'py:spacy.', 'load'),
    ...give('py:tensorflow.keras.Model#', 'py:tensorflow.keras.', 'models.load_model'),
  ],
  inherits: [
    ...extend('py:openai.OpenAI#', 'py:openai.AzureOpenAI#'),
    ...extend('py:anthropic.Anthropic#', 'py:anthropic.AnthropicBedrock#', 'py:anthropic.AnthropicVertex#'),
    ...extend(tokenizer, 'py:transformers.PreTrainedTokenizer#', 'py:transformers.PreTrainedTokenizerFast#'),
  ],
  aliases: [
    ...same('py:openai.OpenAI', 'py:openai.Client'),
    ...same('py:transformers.pipeline', 'py:transformers.pipelines.pipeline'),
    ...same('py:tensorflow.keras', 'py:keras', 'py:tf_keras'),
    ...same('py:huggingface_hub.hf_hub_download', 'py:huggingface_hub.file_download.hf_hub_download'),
  ],
};

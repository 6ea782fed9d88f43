// Models on this machine. Inference computes in C++ without the interpreter's lock, for long; tokenizing a
// long text takes tens to hundreds of milliseconds.

import type { BlockingRow } from '../../../core/knowledge';
import { advice, github } from '../../builders';
import { bare, chains, each, extend, give, type Library, methods, operations, process, same, spoken, thread } from '../rows';

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
    example: 'name',
    remembered: true,
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
  blocking: local,
  returns: [
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
  inherits: extend(tokenizer, 'py:transformers.PreTrainedTokenizer#', 'py:transformers.PreTrainedTokenizerFast#'),
  aliases: [
    ...same('py:transformers.pipeline', 'py:transformers.pipelines.pipeline'),
    ...same('py:tensorflow.keras', 'py:keras', 'py:tf_keras'),
  ],
};

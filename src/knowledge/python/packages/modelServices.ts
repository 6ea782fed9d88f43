// Language models behind the network: each request waits for the whole answer.

import type { BlockingRow } from '../../../core/knowledge';
import { github } from '../../builders';
import { bare, each, extend, give, type Library, methods, operations, same, spoken, thread } from '../rows';

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

const embeddings = [
  'langchain_openai.OpenAIEmbeddings',
  'langchain_openai.AzureOpenAIEmbeddings',
  'langchain_ollama.OllamaEmbeddings',
  'langchain_huggingface.HuggingFaceEmbeddings',
  'langchain_aws.BedrockEmbeddings',
  'langchain_google_genai.GoogleGenerativeAIEmbeddings',
  'langchain_community.embeddings.HuggingFaceEmbeddings',
  'langchain_community.embeddings.OllamaEmbeddings',
];
const vectorStores = [
  'langchain_chroma.Chroma',
  'langchain_postgres.PGVector',
  'langchain_qdrant.QdrantVectorStore',
  'langchain_pinecone.PineconeVectorStore',
  'langchain_milvus.Milvus',
  'langchain_mongodb.MongoDBAtlasVectorSearch',
  ...['Chroma', 'FAISS', 'Milvus', 'Qdrant'].map((name) => `langchain_community.vectorstores.${name}`),
  'langchain_community.vectorstores.pgvector.PGVector',
];
const loaders = [
  ...['BSHTMLLoader', 'CSVLoader', 'DirectoryLoader', 'Docx2txtLoader', 'PDFPlumberLoader', 'PyMuPDFLoader', 'PyPDFLoader', 'TextLoader'],
  ...['UnstructuredExcelLoader', 'UnstructuredFileLoader', 'UnstructuredMarkdownLoader', 'UnstructuredPowerPointLoader'],
  ...['UnstructuredWordDocumentLoader', 'WebBaseLoader', 'YoutubeLoader'],
];

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
    ['Embeddings#embed_query', 'Embeddings#embed_documents'].map((name) => `langchain_core.embeddings.${name}`),
    'unbounded',
    (name) => `waits for the model in ${spoken(name)}`,
  ),
  ...each(
    others,
    ['add_documents', 'add_texts', 'delete', 'similarity_search', 'similarity_search_with_score', 'similarity_search_by_vector'].map(
      (name) => `langchain_core.vectorstores.VectorStore#${name}`,
    ),
    'unbounded',
    (name) => `waits for the store, and for the model where it embeds, in ${spoken(name)}`,
  ),
  ...each(
    others,
    ['load', 'load_and_split'].map((name) => `langchain_core.document_loaders.BaseLoader#${name}`),
    'long',
    (name) => `reads and parses the whole document in ${spoken(name)}`,
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

export const modelServices: Library = {
  blocking: services,
  returns: [
    ...give('py:anthropic.Anthropic.messages.stream#', 'py:anthropic.', 'Anthropic#messages.stream'),
    ...give('py:google.generativeai.ChatSession#', 'py:google.generativeai.', 'GenerativeModel#start_chat'),
  ],
  inherits: [
    ...extend('py:openai.OpenAI#', 'py:openai.AzureOpenAI#'),
    ...extend('py:langchain_core.embeddings.Embeddings#', ...embeddings.map((name) => `py:${name}#`)),
    ...extend('py:langchain_core.vectorstores.VectorStore#', ...vectorStores.map((name) => `py:${name}#`)),
    ...extend(
      'py:langchain_core.document_loaders.BaseLoader#',
      ...loaders.map((name) => `py:langchain_community.document_loaders.${name}#`),
    ),
    ...extend('py:anthropic.Anthropic#', 'py:anthropic.AnthropicBedrock#', 'py:anthropic.AnthropicVertex#'),
  ],
  aliases: [
    ...same('py:openai.OpenAI', 'py:openai.Client'),
    ...same('py:huggingface_hub.hf_hub_download', 'py:huggingface_hub.file_download.hf_hub_download'),
  ],
};

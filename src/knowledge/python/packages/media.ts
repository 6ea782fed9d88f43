// Pictures, sound and film. Decoding and scaling compute in C, without the interpreter's lock.

import type { BlockingRow } from '../../../core/knowledge';
import { github } from '../../builders';
import { bare, chains, each, give, type Library, methods, operations, process, same, spoken, thread } from '../rows';

const released = { gil: 'released', remedy: thread() } as const;
const held = { gil: 'held', remedy: process() } as const;
const pillow = 'https://pillow.readthedocs.io/en/stable/reference/Image.html';
const pil = operations('py:PIL.', 'cpu-call', pillow, released);
const cv = operations('py:cv2.', 'cpu-call', 'https://docs.opencv.org/4.x/', released);
const drawing = operations('py:PIL.', 'cpu-call', 'https://pillow.readthedocs.io/en/stable/reference/ImageDraw.html', held);

const scaled = [
  'resize',
  'thumbnail',
  'rotate',
  'transform',
  'filter',
  'convert',
  'quantize',
  'reduce',
  'alpha_composite',
  'transpose',
  'effect_spread',
];
const seen = [
  'resize',
  'GaussianBlur',
  'cvtColor',
  'Canny',
  'matchTemplate',
  'warpAffine',
  'imdecode',
  'imencode',
  'bilateralFilter',
  'threshold',
  'findContours',
  'fastNlMeansDenoising',
  'medianBlur',
  'dilate',
  'erode',
];

const pictures: readonly BlockingRow[] = [
  operations('py:PIL.', 'sync-file', pillow)('Image.open', 'noticeable', 'opens the picture and reads its head', { example: "'a.png'" }),
  pil('Image.Image#load', 'noticeable', 'reads and decodes the whole picture'),
  pil('Image.Image#save', 'noticeable', 'encodes the whole picture, for long if it is large', { example: "'a.png'" }),
  ...methods(pil, 'Image.Image#', scaled, 'noticeable', (name) => `computes every pixel in ${name}`),
  ...each(
    pil,
    [
      'Image.alpha_composite',
      'Image.blend',
      'Image.composite',
      'Image.merge',
      'ImageOps.fit',
      'ImageOps.exif_transpose',
      'ImageOps.contain',
      'ImageChops.difference',
      'ImageGrab.grab',
    ],
    'noticeable',
    (name) => `computes every pixel in ${name}`,
  ),
  ...each(
    drawing,
    ['ImageFont.truetype', 'ImageDraw.Draw#multiline_text'],
    'noticeable',
    (name) => `reads or draws letters in ${spoken(name)}`,
  ),
  ...each(
    operations('py:cv2.', 'sync-file', 'https://docs.opencv.org/4.x/', released),
    ['imread', 'imwrite'],
    'noticeable',
    (name) => `moves the picture between disk and memory by ${name}, and encodes or decodes it`,
  ),
  ...each(cv, seen, 'noticeable', (name) => `computes every pixel in ${name}`),
  ...each(
    cv,
    ['VideoCapture', 'VideoCapture#read', 'VideoWriter#write'],
    'noticeable',
    (name) => `opens, reads or writes a film, frame by frame, in ${spoken(name)}`,
  ),
  operations('py:cv2.', 'user-prompt', 'https://docs.opencv.org/4.x/')(
    'waitKey',
    'noticeable',
    'waits for a key, for ever if no time is given',
  ),
  ...each(
    operations('py:imageio.', 'cpu-call', 'https://imageio.readthedocs.io/', released),
    ['imread', 'imwrite', 'v3.imread', 'v3.imwrite', 'mimsave'],
    'noticeable',
    (name) => `encodes or decodes the whole picture in ${name}`,
  ),
  ...each(
    operations('py:pytesseract.', 'sync-process', github('madmaze/pytesseract')),
    ['image_to_string', 'image_to_data', 'image_to_boxes'],
    'unbounded',
    (name) => `starts a program that reads the picture, and waits for ${bare(name)}`,
  ),
  ...each(
    operations('py:qrcode.', 'cpu-call', github('lincolnloop/python-qrcode'), held),
    ['make', 'QRCode#make'],
    'noticeable',
    (name) => `computes the code in pure Python, in ${spoken(name)}`,
  ),
  ...each(
    operations('py:rembg.', 'cpu-call', github('danielgatis/rembg'), released),
    ['remove'],
    'long',
    () => 'runs a model over the whole picture',
  ),
  ...each(
    operations('py:face_recognition.', 'cpu-call', github('ageitgey/face_recognition'), held),
    ['face_encodings', 'face_locations', 'load_image_file'],
    'long',
    (name) => `goes over the whole picture in ${name}`,
  ),
];

const films: readonly BlockingRow[] = [
  ...each(
    operations('py:ffmpeg.', 'sync-process', github('kkroening/ffmpeg-python'), {
      remedy: thread('Or start `ffmpeg` with `asyncio.create_subprocess_exec`'),
    }),
    ['run', 'probe', 'output#run'],
    'unbounded',
    (name) => `starts ffmpeg and waits until it ends, in ${spoken(name)}`,
  ),
  ...each(
    operations('py:pydub.', 'sync-process', github('jiaaro/pydub')),
    [
      'AudioSegment.from_file',
      'AudioSegment.from_mp3',
      'AudioSegment.from_wav',
      'AudioSegment.from_ogg',
      'AudioSegment#export',
      'playback.play',
    ],
    'unbounded',
    (name) => `has ffmpeg decode or encode the sound in ${spoken(name)}`,
  ),
  ...['moviepy.', 'moviepy.editor.'].flatMap((module) =>
    each(
      operations(`py:${module}`, 'cpu-call', 'https://zulko.github.io/moviepy/', held),
      ['VideoFileClip', 'VideoFileClip#write_videofile', 'AudioFileClip', 'VideoFileClip#write_gif'],
      'long',
      (name) => `reads or renders the film in ${module}${spoken(name)}`,
    ),
  ),
  ...each(
    operations('py:librosa.', 'cpu-call', 'https://librosa.org/doc/latest/', held),
    ['load', 'stft', 'feature.mfcc', 'feature.melspectrogram', 'beat.beat_track'],
    'long',
    (name) => `computes over the whole sound in ${name}`,
  ),
  ...each(
    operations('py:soundfile.', 'sync-file', 'https://python-soundfile.readthedocs.io/'),
    ['read', 'write'],
    'noticeable',
    (name) => `moves the whole sound between disk and memory by ${name}`,
  ),
  ...each(
    operations('py:mutagen.', 'sync-file', 'https://mutagen.readthedocs.io/'),
    ['File', 'mp3.MP3', 'flac.FLAC', 'File#save'],
    'noticeable',
    (name) => `reads or writes the tags of the file in ${spoken(name)}`,
  ),
];

const image = 'py:PIL.Image.Image#';

const plots: readonly BlockingRow[] = [
  ...each(
    operations('py:matplotlib.', 'cpu-call', 'https://matplotlib.org/stable/api/index.html', held),
    ['pyplot.savefig', 'figure.Figure#savefig', 'pyplot.tight_layout'],
    'long',
    (name) => `draws everything in pure Python, in ${spoken(name)}`,
  ),
  operations('py:matplotlib.', 'user-prompt', 'https://matplotlib.org/stable/api/index.html', {
    remedy: thread('Or save the figure: there may be nobody to look at it'),
  })('pyplot.show', 'unbounded', 'waits until a person closes the window'),
  ...each(
    operations('py:plotly.', 'sync-process', 'https://plotly.com/python/static-image-export/'),
    ['graph_objects.Figure#write_image', 'graph_objects.Figure#to_image', 'io.write_image', 'io.to_image'],
    'long',
    (name) => `has a browser draw the picture, for ${spoken(name)}`,
  ),
  ...each(
    operations('py:wordcloud.', 'cpu-call', github('amueller/word_cloud'), held),
    ['WordCloud#generate', 'WordCloud#generate_from_frequencies'],
    'long',
    (name) => `looks for room for every word in ${bare(name)}`,
  ),
];

export const mediaLibrary: Library = {
  blocking: [...pictures, ...films, ...plots],
  returns: [
    ...give(image, 'py:PIL.Image.', 'open', 'new', 'frombytes', 'fromarray', 'alpha_composite', 'blend', 'composite', 'merge'),
    ...give(image, 'py:PIL.', 'ImageOps.fit', 'ImageOps.exif_transpose', 'ImageOps.contain', 'ImageGrab.grab'),
    ...chains(image, 'resize', 'rotate', 'convert', 'crop', 'copy', 'filter', 'transpose', 'quantize', 'reduce', 'transform'),
    ...give('py:PIL.ImageDraw.Draw#', 'py:PIL.', 'ImageDraw.Draw'),
    ...give(
      'py:pydub.AudioSegment#',
      'py:pydub.',
      'AudioSegment.from_file',
      'AudioSegment.from_mp3',
      'AudioSegment.from_wav',
      'AudioSegment.from_ogg',
    ),
    ...give('py:ffmpeg.output#', 'py:ffmpeg.', 'output', 'input#output', 'output#overwrite_output', 'output#global_args'),
    ...give('py:ffmpeg.input#', 'py:ffmpeg.', 'input', 'input#filter'),
    ...give('py:matplotlib.figure.Figure#', 'py:matplotlib.', 'pyplot.figure', 'pyplot.gcf'),
    ...give('py:matplotlib.figure.Figure#', 'py:matplotlib.', 'pyplot.subplots#0:read'),
    ...give('py:matplotlib.pyplot.subplots#', 'py:matplotlib.', 'pyplot.subplots'),
    ...give('py:plotly.graph_objects.Figure#', 'py:plotly.express.', 'line', 'bar', 'scatter', 'pie', 'imshow', 'histogram'),
  ],
  aliases: [...same('py:cv2', 'py:cv2.cv2'), ...same('py:plotly.graph_objects', 'py:plotly.graph_objs')],
};

// Other computers, brokers and devices: SSH, messages, serial lines, what plays or types on this desk.

import type { BlockingRow } from '../../../core/knowledge';
import { advice, github } from '../../builders';
import { seconds, upTo } from '../judge';
import { bare, each, extend, give, type Library, methods, operations, process, same, spoken, thread } from '../rows';

const ssh = operations('py:paramiko.', 'sync-network', 'https://docs.paramiko.org/en/stable/api/client.html', {
  remedy: thread('Or use `asyncssh`'),
});
const fabric = operations('py:fabric.', 'sync-network', 'https://docs.fabfile.org/en/stable/api/connection.html', {
  remedy: thread('Or use `asyncssh`'),
});
const kafka = operations('py:kafka.', 'sync-network', 'https://kafka-python.readthedocs.io/', { remedy: thread('Or use `aiokafka`') });
const confluent = operations(
  'py:confluent_kafka.',
  'sync-network',
  'https://docs.confluent.io/platform/current/clients/confluent-kafka-python/html/index.html',
  {
    remedy: thread('Or use `aiokafka`, or `confluent_kafka.aio`'),
  },
);
const pika = operations('py:pika.', 'sync-network', 'https://pika.readthedocs.io/', { remedy: thread('Or use `aio_pika`') });
const mqtt = operations('py:paho.mqtt.', 'sync-network', 'https://eclipse.dev/paho/files/paho.mqtt.python/html/client.html', {
  remedy: thread('Or use `aiomqtt`; or `connect_async` with `loop_start`, which works on a thread of its own'),
});
const serial = operations('py:serial.', 'sync-file', 'https://pyserial.readthedocs.io/en/latest/pyserial_api.html', {
  remedy: thread('Or use `serial_asyncio`'),
});
const modbus = operations('py:pymodbus.client.', 'sync-network', 'https://pymodbus.readthedocs.io/en/latest/source/client.html', {
  remedy: thread('Or use `AsyncModbusTcpClient`'),
});
const celery = operations('py:celery.', 'thread-wait', 'https://docs.celeryq.dev/en/stable/reference/celery.result.html', {
  remedy: thread('Or store the id of the task, and ask for its state later'),
});
const psutil = operations('py:psutil.', 'sleep', 'https://psutil.readthedocs.io/', {
  remedy: thread('Or pass `interval=None`, which compares with the call before'),
});

/** Every read and write of a register, coil or input. */
const registers =
  'connect read_holding_registers read_input_registers read_coils read_discrete_inputs write_register write_registers write_coil write_coils'.split(
    ' ',
  );

const shells: readonly BlockingRow[] = [
  ssh('SSHClient#connect', 'unbounded', 'connects, exchanges keys and logs in'),
  ssh('SSHClient#exec_command', 'unbounded', 'asks the other side to run the command', { example: "'ls'" }),
  ssh('SSHClient#open_sftp', 'unbounded', 'opens a channel for files'),
  ...methods(
    ssh,
    'SFTPClient#',
    ['get', 'put', 'listdir', 'listdir_attr', 'stat', 'open', 'remove', 'mkdir', 'rename', 'getfo', 'putfo', 'chdir'],
    'unbounded',
    (name) => `waits for the other side in ${name}`,
  ),
  ...methods(
    ssh,
    'ChannelFile#',
    ['read', 'readlines', 'readline', '__iter__'],
    'unbounded',
    (name) => `waits for what the command prints, in ${name.replaceAll('_', '')}`,
  ),
  ...methods(ssh, 'Channel#', ['recv_exit_status', 'recv'], 'unbounded', (name) => `waits for the channel in ${name}`),
  ssh('Transport#connect', 'unbounded', 'exchanges keys and logs in over the transport'),
  ...methods(
    fabric,
    'Connection#',
    ['run', 'sudo', 'local', 'get', 'put', 'open'],
    'unbounded',
    (name) => `waits for the other side in ${name}`,
  ),
  ...each(
    operations('py:netmiko.', 'sync-network', github('ktbyers/netmiko')),
    ['ConnectHandler', 'ConnectHandler#send_command', 'ConnectHandler#send_config_set'],
    'unbounded',
    (name) => `waits for the device in ${spoken(name)}`,
  ),
  ...each(
    operations('py:invoke.', 'sync-process', 'https://docs.pyinvoke.org/'),
    ['run', 'Context#run'],
    'unbounded',
    (name) => `runs the command to its end by ${spoken(name)}`,
  ),
  ...each(
    operations('py:pexpect.', 'sync-process', 'https://pexpect.readthedocs.io/', {
      remedy: thread('Or pass `async_=True` to `expect` and await it'),
    }),
    ['run', 'spawn#expect', 'spawn#wait', 'spawn#read', 'spawn#interact'],
    'unbounded',
    (name) => `waits for the program in ${spoken(name)}`,
  ),
];

const brokers: readonly BlockingRow[] = [
  kafka('KafkaConsumer#__iter__', 'unbounded', 'waits for the next message'),
  kafka('KafkaConsumer#poll', 'noticeable', 'waits for messages as long as its timeout says'),
  kafka('KafkaConsumer#commit', 'unbounded', 'waits until the broker has stored the offsets'),
  kafka('KafkaProducer', 'unbounded', 'connects to a broker'),
  kafka('KafkaConsumer', 'unbounded', 'connects to a broker, to consume'),
  kafka('KafkaProducer#flush', 'unbounded', 'waits until the brokers have all messages'),
  kafka('KafkaProducer#send', 'tiny', 'waits for the description of the topic at first', { example: "'a'" }),
  confluent('Consumer#poll', upTo(0), 'waits for a message'),
  confluent('Consumer#consume', upTo(1), 'waits for messages'),
  confluent('Consumer#commit', 'unbounded', 'waits until the broker has stored the offsets'),
  confluent('Producer#flush', upTo(0), 'waits until the brokers have all messages'),
  pika('BlockingConnection', 'unbounded', 'connects to the broker'),
  ...methods(
    pika,
    'BlockingChannel#',
    ['queue_declare', 'exchange_declare', 'queue_bind', 'basic_publish', 'basic_get', 'start_consuming', 'basic_ack'],
    'noticeable',
    (name) => `waits for the broker in ${name}`,
  ),
  ...methods(
    pika,
    'BlockingConnection#',
    ['channel', 'close', 'process_data_events', 'sleep'],
    'noticeable',
    (name) => `waits for the broker in ${name} of the connection`,
  ),
  mqtt('client.Client#connect', 'unbounded', 'connects to the broker'),
  mqtt('client.Client#reconnect', 'unbounded', 'connects to the broker again'),
  mqtt('client.Client#loop_forever', 'unbounded', 'handles messages until the client disconnects'),
  mqtt('client.Client#loop', 'noticeable', 'waits for messages, a second by default'),
  ...each(
    mqtt,
    ['publish.single', 'publish.multiple', 'subscribe.simple', 'subscribe.callback'],
    'unbounded',
    (name) => `connects to the broker for ${name}`,
  ),
  celery('result.AsyncResult#get', upTo(0), 'waits until a worker has the result'),
  celery('result.AsyncResult#wait', upTo(0), 'waits until a worker has ended the task'),
  celery('result.GroupResult#get', upTo(0), 'waits until workers have all the results'),
  celery('result.GroupResult#join', upTo(0), 'waits until workers have ended all the tasks'),
];

/** `interval=None` compares with the call before; a number sleeps that long. */
const measured: BlockingRow['cost'] = (call) => (call.arg(0, 'interval') === undefined ? undefined : seconds(0, 'interval')(call));

const devices: readonly BlockingRow[] = [
  serial('Serial', 'noticeable', 'opens the device'),
  ...methods(
    serial,
    'Serial#',
    ['read', 'readline', 'readlines', 'read_until', 'read_all'],
    'unbounded',
    (name) => `waits for the device in ${name}`,
  ),
  serial('Serial#write', 'noticeable', 'waits until the device has taken the data', { example: 'data' }),
  serial('Serial#flush', 'noticeable', 'waits until the device has taken everything'),
  ...registers.map((name) => modbus(`ModbusTcpClient#${name}`, 'unbounded', `waits for the device in ${name}`)),
  ...each(
    psutil,
    ['cpu_percent', 'cpu_times_percent', 'Process#cpu_percent'],
    measured,
    (name) => `sleeps for the interval in ${spoken(name)}, if one is given`,
  ).map((row) => ({
    ...row,
    example: '1',
    harmless: '',
  })),
  operations('py:psutil.', 'sync-process', 'https://psutil.readthedocs.io/')('Process#wait', upTo(0), 'waits until the process ends'),
  operations('py:psutil.', 'sync-process', 'https://psutil.readthedocs.io/')('wait_procs', upTo(1), 'waits until the processes end', {
    example: 'data',
  }),
  operations('py:psutil.', 'sync-file', 'https://psutil.readthedocs.io/')(
    'process_iter#__iter__',
    'noticeable',
    'reads about every process of the system',
  ),
  operations('py:psutil.', 'sync-file', 'https://psutil.readthedocs.io/')(
    'net_connections',
    'noticeable',
    'reads about every connection of the system',
  ),
  ...each(
    operations('py:pyautogui.', 'sleep', 'https://pyautogui.readthedocs.io/'),
    ['click', 'moveTo', 'typewrite', 'write', 'press', 'hotkey', 'dragTo', 'scroll'],
    'long',
    (name) => `sleeps for a tenth of a second after ${name}`,
  ),
  operations('py:pyautogui.', 'cpu-call', 'https://pyautogui.readthedocs.io/', { gil: 'held', remedy: process() })(
    'screenshot',
    'long',
    'copies the whole screen',
  ),
  ...each(
    operations('py:pyautogui.', 'cpu-call', 'https://pyautogui.readthedocs.io/', { gil: 'held', remedy: process() }),
    ['locateOnScreen', 'locateCenterOnScreen'],
    'long',
    (name) => `compares the picture with the whole screen in ${name}`,
  ),
  operations('py:keyboard.', 'user-prompt', github('boppreh/keyboard'), {
    remedy: advice('Register a hotkey: `keyboard.add_hotkey` calls back on a thread of its own'),
  })('wait', 'unbounded', 'waits until a person presses the key'),
  operations('py:pyttsx3.', 'thread-wait', 'https://pyttsx3.readthedocs.io/')(
    'init#runAndWait',
    'unbounded',
    'waits until everything is spoken',
  ),
  operations('py:playsound.', 'thread-wait', github('TaylorSMarks/playsound'))(
    'playsound',
    'unbounded',
    'waits until the sound has been played',
  ),
  operations('py:sounddevice.', 'thread-wait', 'https://python-sounddevice.readthedocs.io/')(
    'wait',
    'unbounded',
    'waits until the sound has been played',
  ),
  ...each(
    operations('py:speech_recognition.', 'sync-network', github('Uberi/speech_recognition')),
    ['Recognizer#listen', 'Recognizer#recognize_google', 'Recognizer#adjust_for_ambient_noise'],
    'unbounded',
    (name) => `waits for a person or for a service in ${bare(name)}`,
  ),
  operations('py:schedule.', 'cpu-call', 'https://schedule.readthedocs.io/', {
    gil: 'held',
    remedy: advice('Schedule with the loop: `loop.call_later`, or `aioschedule`'),
  })('run_pending', 'tiny', 'runs all jobs that are due, on the thread of the loop'),
  ...each(
    operations('py:filelock.', 'thread-wait', 'https://py-filelock.readthedocs.io/', { remedy: thread('Or use `filelock.AsyncFileLock`') }),
    ['FileLock#acquire', 'FileLock#__enter__'],
    'unbounded',
    (name) => `waits until no other process holds the lock, in ${bare(name)}`,
  ),
];

export const remoteLibrary: Library = {
  blocking: [...shells, ...brokers, ...devices],
  returns: [
    ...give('py:paramiko.SFTPClient#', 'py:paramiko.', 'SSHClient#open_sftp', 'SFTPClient.from_transport'),
    ...give('py:paramiko.SSHClient.exec_command#', 'py:paramiko.', 'SSHClient#exec_command'),
    ...give('py:paramiko.ChannelFile#', 'py:paramiko.', 'SSHClient.exec_command#1:read', 'SSHClient.exec_command#2:read'),
    ...give('py:paramiko.Channel#', 'py:paramiko.', 'ChannelFile#channel:read'),
    ...give('py:io.TextIOWrapper#', 'py:paramiko.', 'SFTPClient#open'),
    ...give('py:pika.BlockingChannel#', 'py:pika.', 'BlockingConnection#channel'),
    ...give(
      'py:celery.result.AsyncResult#',
      'py:celery.',
      'app.task.Task#delay',
      'app.task.Task#apply_async',
      'Celery#send_task',
      'Celery#AsyncResult',
    ),
    ...give('py:celery.result.GroupResult#', 'py:celery.', 'group#apply_async', 'group#delay'),
    ...give('py:psutil.Process#', 'py:psutil.', 'process_iter#__next__'),
  ],
  inherits: [
    ...extend(
      'py:pymodbus.client.ModbusTcpClient#',
      'py:pymodbus.client.ModbusUdpClient#',
      'py:pymodbus.client.ModbusSerialClient#',
      'py:pymodbus.client.ModbusTlsClient#',
    ),
    ...extend('py:filelock.FileLock#', 'py:filelock.SoftFileLock#', 'py:filelock.UnixFileLock#'),
    ...extend('py:subprocess.Popen#', 'py:psutil.Popen#'),
  ],
  aliases: [
    ...same('py:paramiko.SSHClient', 'py:paramiko.client.SSHClient'),
    ...same('py:kafka.KafkaConsumer', 'py:kafka.consumer.KafkaConsumer'),
    ...same('py:kafka.KafkaProducer', 'py:kafka.producer.KafkaProducer'),
    ...same('py:pymodbus.client.ModbusTcpClient', 'py:pymodbus.client.sync.ModbusTcpClient'),
    ...same('py:celery.result.AsyncResult', 'py:celery.AsyncResult'),
    ...same('py:serial.Serial', 'py:serial.serialutil.SerialBase'),
  ],
};

// Clients of message brokers.

import { events, type Framework, give, onEvent, plainOnThreads, roots, same, serves, taking } from './rows';

const faststreamDocs = 'https://faststream.ag2.ai/latest/getting-started/subscription/';
const brokers: Readonly<Record<string, string>> = {
  kafka: 'KafkaBroker',
  confluent: 'KafkaBroker',
  rabbit: 'RabbitBroker',
  nats: 'NatsBroker',
  redis: 'RedisBroker',
};
const broker = 'py:faststream.rabbit.RabbitBroker#';

/** What is not async runs on a pool of threads. */
export const faststream: Framework = {
  roots: plainOnThreads(roots('decorator', onEvent, faststreamDocs, broker, 'subscriber', 'publisher')),
  serving: serves('https://faststream.ag2.ai/latest/getting-started/', 'py:faststream.FastStream#run'),
  inherits: Object.entries(brokers).flatMap(([module, name]) =>
    [name, name.replace('Broker', 'Router')]
      .map((type) => `py:faststream.${module}.${type}#`)
      .filter((type) => type !== broker)
      .map((type) => ({ type, base: broker })),
  ),
};

const kafkaDocs = 'https://aiokafka.readthedocs.io/en/stable/api.html#aiokafka.abc.ConsumerRebalanceListener';
const natsDocs = 'https://nats-io.github.io/nats.py/modules.html#nats.aio.client.Client.subscribe';
const amqpDocs = 'https://docs.aio-pika.com/apidoc.html';

export const clients: Framework = {
  callbacks: [
    ...taking(events(natsDocs, 'py:nats.aio.client.Client#', 'subscribe'), 2, 'cb'),
    ...taking(events(amqpDocs, 'py:aio_pika.abc.AbstractQueue#', 'consume'), 0, 'callback'),
  ],
  roots: roots('member', onEvent, kafkaDocs, 'py:aiokafka.ConsumerRebalanceListener#', 'on_partitions_revoked', 'on_partitions_assigned'),
  returns: [
    ...give('py:nats.aio.client.Client#', 'py:nats.', 'connect'),
    ...give('py:aio_pika.abc.AbstractConnection#', 'py:aio_pika.', 'connect', 'connect_robust'),
    ...give('py:aio_pika.abc.AbstractChannel#', 'py:aio_pika.abc.AbstractConnection#', 'channel'),
    ...give('py:aio_pika.abc.AbstractQueue#', 'py:aio_pika.abc.AbstractChannel#', 'declare_queue', 'get_queue'),
  ],
  aliases: [
    ...same('py:aiokafka.ConsumerRebalanceListener', 'py:aiokafka.abc.ConsumerRebalanceListener'),
    ...same('py:aio_pika.abc.AbstractQueue', 'py:aio_pika.Queue', 'py:aio_pika.abc.AbstractRobustQueue'),
    ...same('py:nats.aio.client.Client', 'py:nats.NATS'),
  ],
};

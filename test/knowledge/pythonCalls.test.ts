// What calls and members give in Python, so that chains lead to the operation; what arguments say about
// its cost; and that the asynchronous twins of libraries are left alone.

import assert from 'node:assert/strict';
import { analyzeTexts, startPython } from '../analysis';

const head = `
import asyncio, concurrent.futures, csv, hashlib, io, os, pathlib, queue, socket, sqlite3, ssl, subprocess, tempfile, threading, time, zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen
import boto3, bcrypt, httpx, numpy as np, openai, pandas as pd, psycopg2, pymongo, redis, redis.asyncio, requests
from django.db import models
from PIL import Image
from selenium import webdriver
from sqlalchemy import create_engine, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Session, scoped_session, sessionmaker
import asyncpg, aiofiles, motor.motor_asyncio

Factory = sessionmaker(bind=create_engine(URL))
pool = ThreadPoolExecutor()
lock = threading.Lock()
jobs = queue.Queue()
ROUNDS = 600_000


class User(models.Model):
    pass


class Api:
    def __init__(self):
        self.session = requests.Session()
        self.table = boto3.resource("dynamodb").Table("users")
        self.users = pymongo.MongoClient()["app"]["users"]
        self.cache = redis.Redis.from_url(URL)
        self.path = Path(ROOT) / "data"

`;

/** A statement, and what is found in it: the operation and its cost. */
const statements: readonly (readonly [string, string])[] = [
  ['requests.get(url).json()', 'requests.get unbounded'],
  ['requests.get(url, timeout=5)', 'requests.get long'],
  ['requests.get(url, timeout=TIMEOUT)', 'requests.get long'],
  ['self.session.get(url)', 'requests.Session#get unbounded'],
  ['self.table.put_item(Item=item)', 'boto3.resources.base.ServiceResource#put_item unbounded'],
  ['self.users.find_one(query)', 'pymongo.collection.Collection#find_one unbounded'],
  ['self.users.find(query).sort("a")', ''],
  ['for user in self.users.find(query).sort("a"): print(user)', 'pymongo.cursor.Cursor#__iter__ unbounded'],
  ['self.cache.get("a")', 'redis.Redis#* noticeable'],
  ['self.cache.pipeline().set("a", 1).execute()', ''],
  ['self.cache.pipeline().execute()', 'redis.Pipeline#execute noticeable'],
  ['boto3.client("s3").list_objects_v2(Bucket="a")', 'boto3.client noticeable, botocore.client.BaseClient#* unbounded'],
  ['for page in s3.get_paginator("a").paginate(): print(page)', 'botocore.paginate.Paginator.paginate#__iter__ unbounded'],
  ['s3.generate_presigned_url("a")', ''],

  ['open(path).read()', 'builtins.open noticeable'],
  ['item.read()', ''],
  ['with open(path) as file: file.read(10)', 'builtins.open noticeable'],
  ['open("/proc/stat")', 'builtins.open tiny'],
  ['os.path.exists(path)', 'os.path.exists tiny'],
  ['os.path.join(a, b)', ''],
  ['(self.path / "a").read_text()', 'pathlib.Path#read_text noticeable'],
  ['(self.path / "a" / "b").parent.with_suffix(".b").exists()', 'pathlib.Path#exists tiny'],
  ['Path.home().joinpath("a").read_bytes()', 'pathlib.Path#read_bytes noticeable'],
  ['Path("a").open().read()', 'pathlib.Path#open noticeable'],
  ['self.path.glob("*.py")', ''],
  ['for one in self.path.glob("*.py"): print(one)', 'pathlib.Path.glob#__iter__ noticeable'],
  ['for one in sorted(self.path.iterdir()): one.read_text()', 'pathlib.Path#read_text long, pathlib.Path.iterdir#__iter__ noticeable'],
  ['[one.read_text() for one in self.path.iterdir()]', 'pathlib.Path#read_text long, pathlib.Path.iterdir#__iter__ noticeable'],
  ['list(self.path.rglob("*"))', 'pathlib.Path.rglob#__iter__ long'],
  ['sorted(os.walk(path))', 'os.walk#__iter__ long'],
  ['await asyncio.to_thread(list, self.path.glob("*"))', ''],
  ['for one in paths: os.remove(one)', 'os.remove tiny'],
  ['for one in os.listdir(path): os.remove(one)', 'os.listdir noticeable, os.remove noticeable'],
  ['with zipfile.ZipFile(path) as archive: archive.extractall()', 'zipfile.ZipFile noticeable, zipfile.ZipFile#extractall long'],
  ['for row in csv.reader(open(path)): print(row)', 'builtins.open noticeable, csv.reader#__iter__ noticeable'],
  ['io.StringIO(text).read()', ''],
  ['urlopen(url).read()', 'http.client.HTTPResponse#read unbounded, urllib.request.urlopen unbounded'],
  [
    'ssl.create_default_context().load_cert_chain(path)',
    'ssl.SSLContext#load_cert_chain noticeable, ssl.create_default_context noticeable',
  ],
  ['ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)', 'ssl.create_default_context tiny'],
  ['ssl.create_default_context(purpose=ssl.Purpose.CLIENT_AUTH, cafile=path)', 'ssl.create_default_context noticeable'],
  ['ssl.create_default_context(cadata=text)', 'ssl.create_default_context tiny'],
  ['socket.create_connection(address, 2).recv(10)', 'socket.create_connection long, socket.socket#recv unbounded'],

  ['subprocess.run(command)', 'subprocess.run unbounded'],
  ['subprocess.run(command, timeout=0.02)', 'subprocess.run noticeable'],
  ['subprocess.Popen(command).communicate()', 'subprocess.Popen noticeable, subprocess.Popen#communicate unbounded'],
  ['for line in subprocess.Popen(command).stdout: print(line)', 'subprocess.Popen noticeable, subprocess.Popen.stdout#__iter__ unbounded'],
  ['pool.submit(work, 1).result()', 'concurrent.futures.Future#result unbounded'],
  ['pool.submit(work, 1).result(timeout=0)', ''],
  ['await asyncio.wrap_future(pool.submit(work, 1))', ''],
  ['asyncio.run_coroutine_threadsafe(work(), loop).result()', 'asyncio.run_coroutine_threadsafe#result unbounded'],
  ['asyncio.get_running_loop().run_until_complete(work())', 'asyncio.AbstractEventLoop#run_until_complete unbounded'],
  ['with lock: item.save()', 'threading.Lock#__enter__ tiny'],
  ['with lock: print()', 'threading.Lock#__enter__ tiny'],
  ['async with asyncio.Lock() as held: print(held)', ''],
  ['lock.acquire(blocking=False)', ''],
  ['lock.acquire(False)', ''],
  ['lock.acquire(timeout=2)', 'threading.Lock#acquire long'],
  ['jobs.get()', 'queue.Queue#get unbounded'],
  ['jobs.get(block=False)', ''],
  ['jobs.get_nowait()', ''],
  ['await asyncio.Queue().get()', ''],
  ['threading.Thread(target=work).join(0.01)', 'threading.Thread#join noticeable'],
  ['time.sleep(0.0005)', 'time.sleep tiny'],
  ['time.sleep(0)', ''],
  ['time.sleep(delay)', 'time.sleep long'],

  [
    'sqlite3.connect(path).cursor().execute("select 1").fetchall()',
    'sqlite3.Cursor#execute noticeable, sqlite3.Cursor#fetchall noticeable, sqlite3.connect noticeable',
  ],
  [
    'with sqlite3.connect(":memory:") as db: db.execute("select 1")',
    'sqlite3.Connection#__exit__ noticeable, sqlite3.Connection#execute noticeable, sqlite3.connect tiny',
  ],
  ['psycopg2.connect(URL).cursor().execute("select 1")', 'psycopg2.Cursor#execute unbounded, psycopg2.connect unbounded'],
  ['await (await asyncpg.connect(URL)).execute("select 1")', ''],
  ['Factory().query(User).filter(a).order_by(b).all()', 'sqlalchemy.orm.Query#all unbounded'],
  ['with Factory() as session: session.commit()', 'sqlalchemy.orm.Session#__exit__ tiny, sqlalchemy.orm.Session#commit unbounded'],
  ['scoped_session(Factory)().execute(select(User))', 'sqlalchemy.orm.Session#execute unbounded'],
  ['await AsyncSession(engine).execute(select(User))', ''],
  ['async with create_async_engine(URL).begin() as connection: await connection.execute("a")', ''],
  ['User.objects.filter(a=1).exclude(b=2).first()', 'django.db.models.QuerySet#first unbounded'],
  ['User.objects.filter(a=1)', ''],
  ['await User.objects.filter(a=1).afirst()', ''],
  ['User.objects.get(a=1).save()', 'django.db.models.Model#save unbounded, django.db.models.QuerySet#get unbounded'],
  ['await redis.asyncio.Redis().get("a")', ''],
  ['await motor.motor_asyncio.AsyncIOMotorClient().app.users.find_one(query)', ''],

  ['httpx.Client(verify=False).get(url)', 'httpx.Client#get unbounded'],
  ['openai.OpenAI().chat.completions.create(model="a")', 'openai.OpenAI#chat.completions.create unbounded'],
  ['await openai.AsyncOpenAI().chat.completions.create(model="a")', ''],
  ['hashlib.sha256(data).hexdigest()', ''],
  ['hashlib.pbkdf2_hmac("sha256", a, b, 1000)', 'hashlib.pbkdf2_hmac tiny'],
  ['hashlib.pbkdf2_hmac("sha256", a, b, ROUNDS)', 'hashlib.pbkdf2_hmac long'],
  ['hashlib.scrypt(a, salt=b, n=2**10, r=8, p=1)', 'hashlib.scrypt noticeable'],
  ['bcrypt.checkpw(a, b)', 'bcrypt.checkpw long'],
  ['pd.read_csv(path).groupby("a").apply(f)', 'pandas.DataFrame.groupby#apply noticeable, pandas.read_csv long'],
  [
    'Image.open(path).resize(size).save(path)',
    'PIL.Image.Image#resize noticeable, PIL.Image.Image#save noticeable, PIL.Image.open noticeable',
  ],
  [
    'webdriver.Chrome().find_element(a).click()',
    'selenium.webdriver.Chrome unbounded, selenium.webdriver.remote.webdriver.WebDriver#find_element unbounded, selenium.webdriver.remote.webelement.WebElement#click unbounded',
  ],
];

describe('calls in Python', () => {
  before(startPython);

  for (const [statement, expected] of statements) {
    it(`${statement}: ${expected || 'nothing'}`, () => assert.equal(found(statement), expected));
  }
});

function found(statement: string): string {
  const text = `${head}    async def operate(self, url, path, item, query, loop, engine, s3: "botocore.client.BaseClient"):\n        ${statement}\n`;
  const findings = analyzeTexts({ '/src/api.py': `import botocore.client\n${text}` }).filter(({ context }) =>
    context.name.endsWith('operate'),
  );
  const names = findings.map(({ api, cost }) => `${api.replace('py:', '')} ${cost.class}`);
  return [...new Set(names)].sort().join(', ');
}

// A page for somebody who was not let in: why, in both languages, and the way back. No script, nothing from elsewhere.
import type { FastifyReply } from 'fastify';
import type { Words } from './problems.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const sendRefusalPage = (reply: FastifyReply, status: number, { zh, en }: Words): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>One Screen · 一屏</title>
<h1>未能登录 <span lang="en">Not signed in</span></h1>
<p>${escaped(zh)}</p>
<p lang="en">${escaped(en)}</p>
<p><a href="/">返回一屏 <span lang="en">Back to the screen</span></a></p>
</html>
`);

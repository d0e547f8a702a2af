import {chromium} from '@playwright/test';
import {REVIEWS} from './server/demo/content/ids.ts';
const B='http://127.0.0.1:4491';
const browser = await chromium.launch({executablePath:'/usr/bin/chromium-headless-shell',args:['--no-sandbox','--disable-gpu']});
const a='/reviews/'+REVIEWS.wrongHost,c='/reviews/'+REVIEWS.imagesGone; const A='/meetings/a20daf60-cebb-4977-8264-2354c3301960', C='/meetings/42b50dde-bf96-4970-af87-539eec6fc867';
for (const [name, w] of [['priya',320],['priya',390],['felicity',320],['felicity',640],['felicity',1280]]) {
  const context = await browser.newContext({viewport:{width:w,height:w===640?400:800}});
  await context.request.post(B+'/sign-in',{form:{email:name+'@demo.test',password:'soak-demo'},headers:{origin:B},maxRedirects:0});
  const page = await context.newPage();
  for (const [n,u] of [['home','/'],['record',A+'/record'],['ended',A],['library','/library'],['actions',c+'/actions'],['session',C],['read',a],['meeting',a+'/meeting'],['soak','/reviews/c37d5a18-94e6-4b0f-b1d9-08a2f6e3c754/actions']]) {
    await page.goto(B+u); await page.waitForTimeout(600);
    const r = await page.evaluate(()=>{const W=document.documentElement.clientWidth; return [document.documentElement.scrollWidth-W, [...document.querySelectorAll('body *')].filter(e=>e.getBoundingClientRect().right>W+2&&e.checkVisibility()&&e.children.length===0).slice(0,3).map(e=>e.tagName+'.'+e.className+' < '+e.parentElement.tagName+'.'+e.parentElement.className+' < '+e.parentElement.parentElement?.className)]});
    if (r[0] > 0 || process.argv[2]) console.log(name, w, n, JSON.stringify(r));
    await page.screenshot({path:`/tmp/w-me/s-${n}-${name}-${w}.png`});
  }
  await context.close();
}
await browser.close();

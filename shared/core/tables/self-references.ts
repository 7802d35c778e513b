/**
 * How outlets speak of themselves in the furniture around a text: the name stands right behind, or right before, such words.
 * By language, parted by commas, lower case.
 */
type Words = Readonly<Record<string, string>>;

export const BEFORE_OWN_NAME: Words = {
  en: 'notifications from, published by, newsletter from, newsletters from, updates from, welcome to, subscribe to, subscribing to, subscription to, sign up to, sign up for, register with, support, supporting, more from, a message from, emails from, alerts from, download the, follow, copyright, all rights reserved by, a product of, reading, advertise with, contact, log in to, sign in to, get more from',
  de: 'benachrichtigungen von, herausgegeben von, newsletter von, newsletter der, willkommen bei, abonnieren sie, unterstützen sie, mehr von, ein angebot von, ein angebot der, ein service von, copyright',
  fr: 'notifications de, publié par, édité par, newsletter de, bienvenue sur, abonnez-vous à, soutenez, les newsletters de, copyright',
  es: 'notificaciones de, publicado por, editado por, boletín de, bienvenido a, suscríbete a, apoya a, más de, copyright',
  it: 'notifiche da, pubblicato da, edito da, newsletter di, benvenuto su, abbonati a, sostieni, copyright',
  pt: 'notificações de, notificações do, publicado por, editado por, assine a, assine o, assine, apoie o, bem-vindo ao, copyright',
  nl: 'meldingen van, uitgegeven door, nieuwsbrief van, welkom bij, abonneer je op, steun, copyright',
  pl: 'powiadomienia od, wydawca, newsletter, witamy w, subskrybuj, wesprzyj, copyright',
  ru: 'уведомления от, издатель, учредитель, подпишитесь на, поддержите',
  tr: 'bildirimleri al, yayıncı, abone ol, copyright',
};

export const AFTER_OWN_NAME: Words = {
  en: 'is trusted by, is supported by, is funded by, uses cookies, may earn, newsletters, newsletter, app, premium, subscribers, readers, is not responsible, is part of, relies on, is a registered, reporters, journalists, privacy policy, terms of use, is owned by, is published by, all rights reserved',
  de: 'wird unterstützt, verwendet cookies, nutzt cookies, newsletter, app, ist ein angebot',
  fr: 'utilise des cookies, est soutenu, newsletter, appli',
  es: 'utiliza cookies, boletín, es un medio',
  it: 'utilizza i cookie, newsletter',
  pt: 'utiliza cookies, usa cookies, newsletter',
  nl: 'gebruikt cookies, nieuwsbrief, app',
};

/** Words around the names of those who wrote it, by language, parted by commas. Case and accents do not matter. */
type Words = Readonly<Record<string, string>>;

/** Nothing but a byline starts with these, so even an unusual name after them is believed. */
export const STRONG_BYLINE_WORDS: Words = {
  en: 'written by, story by, posted by, published by, author, authors, reporter, reported by, reporting by, words by, text by, article by, submitted by, contributed by, analysis by, review by, opinion by, interview by, edited and written by, produced by, compiled by, by staff writer, byline, articles by, all articles by, posts by, all posts by, view all posts by, stories by, report by, column by, an analysis by, a column by, essay by, commentary by, guest post by, created by, story and photos by, words, words and photos by, by staff writer, news by, guide by, feature by, recipe by, as told to',
  de: 'autor, autorin, autoren, text, geschrieben von, ein artikel von, ein beitrag von, eine analyse von, ein kommentar von, ein bericht von, von unserem korrespondenten, ein interview von, interview von, verfasst von, veröffentlicht von, aus berlin von, eine reportage von, eine kolumne von, kommentar von, ein gastbeitrag von, gastbeitrag von, text von, artikel von, interview, bericht von, autor/in, autor:in, es berichtet, eine rezension von, ein essay von, erstellt von, eingestellt von, alle artikel von, alle beiträge von, alles von, artikel von',
  fr: 'auteur, autrice, auteure, écrit par, rédigé par, publié par, propos recueillis par, texte par, un article de, article de, reportage de, texte de, article par, article rédigé par, posté par',
  es: 'autor, autora, autores, escrito por, publicado por, texto, texto de, redactado por, texto por, una entrevista de, firma',
  it: 'autore, autrice, scritto da, a cura di, articolo di, testo di, pubblicato da, intervista di, di redazione',
  pt: 'autor, autora, autores, escrito por, publicado por, texto, texto de, por redação, reportagem de, postado por',
  nl: 'auteur, auteurs, geschreven door, tekst, door onze redacteur, door onze verslaggever, geplaatst door, tekst door, gepubliceerd door',
  pl: 'autor, autorka, autorzy, tekst, napisał, napisała, opracowanie, opracował, opracowała, oprac, rozmawiał, rozmawiała, dodał',
  ru: 'автор, авторы, текст, автор статьи, подготовил, подготовила, беседовал, беседовала, автор текста',
  tr: 'yazar, yazan, haber, yazı, haberi yazan, yazarı, röportaj, muhabir, haber merkezi, editör',
  ja: '文, 取材・文, 執筆, 著者, ライター, 筆者, 文・写真, 執筆者, 記者',
  ko: '글, 기자, 작성자, 글쓴이',
  zh: '作者, 记者, 記者, 文, 撰文, 撰稿, 文字, 本报记者, 编辑, 責任編輯, 责任编辑, 采写, 來源 作者, 採訪撰文',
  ar: 'كتب, كتبت, بقلم, تحرير, الكاتب, إعداد, كتبه, كتب/ت',
  sv: 'text, skriven av, författare, reporter',
  da: 'tekst, skrevet af, forfatter, journalist',
  no: 'tekst, skrevet av, forfatter, journalist',
  fi: 'teksti, kirjoittaja, toimittaja, kirjoittanut',
  cs: 'autor, autorka, autoři, napsal, napsala, text',
  sk: 'autor, autorka, napísal',
  uk: 'автор, автори, авторка, текст, підготував, підготувала',
  bg: 'автор, текст',
  hu: 'szerző, írta, szöveg',
  ro: 'autor, autori, scris de, articol de, publicat de',
  el: 'συντάκτης, κείμενο, γράφει, γράφει ο, γράφει η, της, του, επιμέλεια, ρεπορτάζ',
  he: 'מאת, כתב, כתבה',
  hi: 'लेखक, द्वारा, रिपोर्ट, written by',
  id: 'penulis, oleh, reporter, ditulis oleh, pewarta, editor',
  vi: 'tác giả, theo, người viết, bài',
};

/** These start a byline or any other sentence; a name must follow. */
export const WEAK_BYLINE_WORDS: Words = {
  en: 'by',
  de: 'von',
  fr: 'par',
  es: 'por',
  it: 'di, dal nostro inviato, dalla nostra inviata, dal nostro corrispondente',
  pt: 'por',
  nl: 'door',
  pl: 'przez',
  ro: 'de',
  ca: 'per',
  sv: 'av',
  da: 'af',
  no: 'av',
};

/** What others than writers do: `Reviewed by`, `Fotos von`. */
export const OTHER_WORK_WORDS: readonly string[] =
  'reviewed checked edited translated photo photos photography image images picture pictures video videos graphics illustration illustrations art powered sponsored presented recommended hosted supported approved foto fotos bild bilder video grafik grafiken illustration geprüft übersetzt bearbeitet unterstützt präsentiert photos vidéo relu traduit imágenes revisado traducido'.split(
    ' ',
  );

/** Between two names. */
export const NAME_JOINERS: Words = {
  en: 'and, with',
  de: 'und, mit',
  fr: 'et, avec',
  es: 'y, e, con',
  it: 'e, ed, con',
  pt: 'e, com',
  nl: 'en, met',
  pl: 'i, oraz',
  ru: 'и',
  tr: 've',
  ar: 'و',
  sv: 'och',
  da: 'og',
  no: 'og',
  fi: 'ja',
  cs: 'a',
  sk: 'a',
  uk: 'та, і, й',
  bg: 'и',
  hu: 'és',
  ro: 'și',
  el: 'και',
  he: 'ו',
  hi: 'और, एवं',
  id: 'dan',
  vi: 'và',
  ca: 'i',
};

/** What somebody is, beside the name. A piece that begins or ends with one of these is no name. */
export const ROLE_TITLES: Words = {
  en: 'staff writer, staff writers, staff reporter, staff, reporter, reporters, correspondent, correspondents, senior correspondent, chief correspondent, senior reporter, political reporter, political editor, political correspondent, editor, editors, deputy editor, senior editor, managing editor, associate editor, news editor, city editor, sports editor, executive editor, editor-in-chief, editor in chief, contributing editor, contributing writer, contributor, contributors, opinion contributor, columnist, opinion columnist, freelance writer, freelance journalist, freelancer, journalist, writer, senior writer, producer, senior producer, news producer, associate producer, photographer, photojournalist, intern, fellow, analyst, bureau chief, presenter, anchor, host, author, special correspondent, special to, guest writer, guest columnist, guest contributor, news writer, sports writer, sportswriter, sports reporter, business reporter, health reporter, science editor, economics editor, business editor, breaking news reporter, data reporter, digital reporter, digital producer, multimedia journalist, web producer, community editor, foreign editor, diplomatic editor, diplomatic correspondent, tv critic, film critic, critic, commerce editor, shopping editor, fact checker, reviewed by, edited by, video by, graphics by, photos by, illustration by, photography by, additional reporting by, editing by, lecturer, director, ceo, founder, co-founder, president, partner, manager, head of, chief executive, associate professor, lead writer, news desk, newsdesk, web desk, newsroom, editorial board, reviewer, weekend editor, night editor, trending reporter, money reporter, entertainment reporter, royal correspondent, world news reporter, local democracy reporter, content creator, content writer, copywriter, meteorologist',
  de: 'redakteur, redakteurin, reporter, reporterin, korrespondent, korrespondentin, autor, autorin, chefredakteur, chefredakteurin, volontär, volontärin, freier journalist, freie journalistin, journalist, journalistin, ressortleiter, ressortleiterin, politikredakteur, wirtschaftsredakteur, leiter, leiterin, herausgeber, online-redakteur, ressortleitung, kolumnist, kolumnistin, gastautor, gastautorin, freie autorin, freier autor, redaktion, sportredakteur, moderator, moderatorin, news-redakteur, redaktor, redaktorin, chefredaktor, volontariat, praktikant, praktikantin, fotograf, fotografin',
  fr: 'journaliste, rédacteur, rédactrice, rédaction, envoyé spécial, envoyée spéciale, correspondant, correspondante, chroniqueur, chroniqueuse, rédacteur en chef, rédactrice en chef, grand reporter, éditorialiste, chef de rubrique, chef du service, reporter, photographe',
  es: 'redactor, redactora, redacción, corresponsal, enviado especial, enviada especial, periodista, columnista, editor, editora, reportero, reportera, director, directora, colaborador, colaboradora, fotógrafo',
  it: 'redazione, inviato, inviata, giornalista, corrispondente, redattore, redattrice, direttore, direttrice, collaboratore',
  pt: 'redação, repórter, jornalista, correspondente, enviado especial, colunista, editor, editora, redator, redatora',
  nl: 'redactie, redacteur, verslaggever, verslaggeefster, correspondent, journalist, columnist, chef, hoofdredacteur, politiek verslaggever, freelance',
  pl: 'redakcja, dziennikarz, dziennikarka, redaktor, korespondent, korespondentka, publicysta',
  ru: 'редакция, корреспондент, журналист, обозреватель, редактор, специальный корреспондент',
  tr: 'muhabir, editör, yazar, gazeteci, haber merkezi',
  sv: 'reporter, redaktör, journalist, krönikör, korrespondent, ledarskribent, redaktion, redaktionen, fotograf',
  da: 'journalist, redaktør, korrespondent, reporter, praktikant, redaktion',
  no: 'journalist, redaktør, korrespondent, kommentator, redaksjonen, reporter',
  fi: 'toimittaja, toimitus, kirjeenvaihtaja, päätoimittaja',
  cs: 'redaktor, redaktorka, redakce, reportér, reportérka, komentátor',
  hu: 'újságíró, szerkesztő, szerkesztőség',
  ja: '記者, 編集部, 編集委員, 特派員, 論説委員, 編集長, 編集者, ライター',
  ko: '기자, 특파원, 편집장, 앵커, 인턴기자, 선임기자, 논설위원',
  zh: '记者, 記者, 编辑, 編輯, 通讯员, 特派员, 責任編輯, 责任编辑, 综合报道, 綜合報導, 報導, 报道',
  id: 'redaksi, reporter, editor, jurnalis, wartawan',
};

/** Before a title: what somebody writes about, and what papers are called. */
export const ROLE_QUALIFIERS: readonly string[] =
  'former city political parliamentary legal medical national regional local business sports sport science health education environment technology tech culture arts food travel crime courts court politics world foreign diplomatic economics economy finance financial entertainment showbiz features news digital data investigative investigations senior junior chief deputy assistant associate executive managing content multimedia general daily weekly globe times post herald tribune gazette telegraph chronicle courier journal guardian observer star mail express mirror standard independent examiner register record sentinel bulletin dispatch enquirer inquirer'.split(
    ' ',
  );

/** What somebody is ends with one of these (`Chief Security Officer`): nobody is called so. Surnames such as Baker are left out. */
export const ROLE_NOUNS: Words = {
  en: 'officer, expert, consultant, engineer, analyst, manager, coordinator, specialist, director, strategist, advisor, adviser, professor, researcher, scientist, economist, attorney, physician, reporter, correspondent, editor, writer, columnist, producer, journalist, contributor, photographer, president, chairman, founder, co-founder, ceo, cto, cfo, intern, presenter, assistant, trainee, dietitian, therapist, psychologist',
  de: 'redakteur, redakteurin, korrespondent, korrespondentin, reporterin, journalistin, leiter, leiterin, chefredakteur, chefredakteurin, experte, expertin, beraterin, volontärin, ressortleiter, ressortleiterin, sprecher, sprecherin',
  fr: 'journaliste, rédacteur, rédactrice, correspondant, correspondante, directeur, directrice, éditorialiste',
  es: 'redactor, redactora, periodista, corresponsal, director, directora, columnista, reportero, reportera',
  it: 'giornalista, redattore, redattrice, corrispondente, direttore, direttrice',
  pt: 'jornalista, repórter, redator, redatora, colunista, diretor, diretora',
  nl: 'redacteur, verslaggever, correspondent, hoofdredacteur',
};

/** Firms and clubs end with these. */
export const COMPANY_ENDINGS: readonly string[] =
  'inc ltd llc llp corp plc gmbh ag kg ug e.v ev se sa srl spa s.r.l s.p.a bv b.v nv ab oy co. pty'.split(' ');

/** Words that stand for a newsroom instead of a person: these are organisations when they are all that a byline has. */
export const DESK_WORDS: Words = {
  en: 'staff, staff report, staff reports, staff reporter, staff writer, newsroom, news desk, newsdesk, web desk, team, news team, editorial team, editorial board, the editorial board, editors, the editors, news staff, wire reports, news service, desk, editorial, agencies, agency, wire services, correspondent, our correspondent, online desk, sports desk, press release, contributors, our foreign desk, network, media, news, bureau, support team, web team, magazine, institute, association, foundation, university, department, ministry, committee, council, inc, ltd, gmbh, group, community, project, collective, union, center, centre',
  de: 'redaktion, agenturen, online-redaktion, onlineredaktion, die redaktion, newsdesk, agenturmaterial, pressemitteilung, verlag, verein, partei, gruppe, bündnis, initiative',
  fr: 'rédaction, la rédaction, agences, service',
  es: 'redacción, la redacción, agencias, agencia, efe verde',
  it: 'redazione, la redazione, agenzie',
  pt: 'redação, da redação, agências',
  nl: 'redactie, de redactie, onze redactie',
  pl: 'redakcja',
  ru: 'редакция',
  tr: 'haber merkezi, dış haberler',
  ja: '編集部, 取材班, 報道局, ニュース',
  ko: '편집국, 온라인뉴스팀, 뉴스팀',
  zh: '编辑部, 編輯部, 综合, 新闻网, 日报',
  sv: 'redaktionen',
  da: 'redaktionen',
  no: 'redaksjonen',
  fi: 'toimitus',
  cs: 'redakce',
  hu: 'szerkesztőség',
  ro: 'redacția',
  id: 'redaksi, tim redaksi',
  uk: 'редакція',
};

/** Small words inside names: `van der Berg`, `de la Cruz`. */
export const NAME_PARTICLES: readonly string[] =
  'van von der den de del della di da do dos das du la le el al bin ibn ben bint abu ten ter zu zur af av y e i dal dalla degli lo los las san st mac mc ap und vom zum op t d o bar'.split(
    ' ',
  );

/** Titles before a name that are not part of it. */
export const HONORIFICS: readonly string[] =
  'dr prof professor mr mrs ms sir rev revd fr hon lord lady dame ing mag dipl-ing dott dra sra sr'.split(' ');

/** A line with one of these is no bare name, however its words are capitalised. */
export const NOT_NAME_WORDS: Words = {
  en: 'the, a, an, and, or, of, to, in, on, at, for, with, from, is, are, was, be, it, this, that, these, your, our, my, we, you, us, how, why, what, when, who, where, not, no, all, new, more, most, read, watch, listen, live, news, latest, breaking, video, videos, photo, photos, gallery, home, menu, search, share, sign, log, login, subscribe, subscriber, newsletter, contact, about, privacy, policy, terms, cookie, cookies, comment, comments, related, articles, article, topics, topic, trending, popular, sport, sports, business, politics, world, opinion, culture, lifestyle, health, science, technology, tech, travel, entertainment, weather, podcast, podcasts, advertisement, sponsored, follow, print, email, facebook, twitter, whatsapp, linkedin, instagram, youtube, copy, link, save, close, open, next, previous, back, top, stories, story, editor, editors, picks, recommended, must, see, click, here, get, app, download, help, support, jobs, careers, advertise, rights, reserved, copyright, image, source, caption, credit, getty, images, published, updated, minister, president, government, court, police, russia, russian, china, chinese, ukraine, israel, american, british, war, market, markets, stock, stocks, today, yesterday, tomorrow, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august, september, october, november, december, north, south, east, west, united, states, kingdom, city, county, street, university, school, club, league, cup, season, vs, analysis, exclusive, explainer, explained, update, updates, report, reports, review, reviews, guide, best, special, section, page, site, map, edition, times, post, daily, herald, tribune, gazette, journal, magazine, media, press, tv, radio, channel, network, group, inc, ltd, llc, corp, company, agency, foundation, institute, association, day, week, month, year, night, morning, free, trial, account, profile, settings, view, show, hide, load, continue, reading, story, full, skip, navigation, sections, posts, posted, revised, immutable, things, know, takes, says, said, could, should, than, after, before, over, under, into, amid, against, during, as, by, but, if, up, down, out, off, his, her, their, its, he, she, they, i',
  de: 'der, die, das, ein, eine, und, oder, in, im, auf, für, mit, zu, zum, nach, bei, aus, über, ist, sind, nicht, mehr, alle, wie, was, wer, warum, neu, neue, nachrichten, startseite, suche, anmelden, abo, newsletter, kontakt, impressum, datenschutz, kommentare, politik, wirtschaft, kultur, wissen, reise, gesundheit, wetter, anzeige, werbung, teilen, drucken, merken, lesen, themen, meistgelesen, navigation, service, inhalt, springen, rechte, vorbehalten, zurück, weiter, bild, foto, quelle, uhr, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag',
  fr: 'le, la, les, un, une, des, et, ou, dans, sur, pour, avec, est, sont, plus, tous, comment, pourquoi, accueil, menu, recherche, connexion, partager, lire, articles, actualités, économie, politique, culture, monde, société, publicité, commentaires, abonnez-vous, contact',
  es: 'el, la, los, las, un, una, y, o, en, para, con, más, todo, cómo, por qué, inicio, menú, buscar, compartir, leer, noticias, economía, política, cultura, mundo, deportes, opinión, publicidad, comentarios, suscríbete, contacto',
  it: 'il, lo, la, gli, le, un, una, e, o, in, per, con, più, tutti, come, perché, home, menu, cerca, condividi, leggi, notizie, economia, politica, cultura, mondo, cronaca, pubblicità, commenti, contatti',
  pt: 'o, a, os, as, um, uma, e, ou, em, no, na, para, com, mais, todos, como, por que, início, menu, buscar, compartilhe, leia, notícias, economia, política, cultura, mundo, esportes, publicidade, comentários, contato',
  nl: 'het, een, en, of, in, op, voor, met, naar, meer, alle, hoe, waarom, wat, nieuws, zoeken, menu, inloggen, delen, lees, economie, politiek, cultuur, buitenland, binnenland, sport, advertentie, reacties',
  pl: 'i, w, na, z, do, nie, jak, co, czy, więcej, wszystkie, wiadomości, szukaj, zaloguj, udostępnij, czytaj, polityka, gospodarka, kultura, świat, sport, reklama, komentarze',
  ru: 'и, в, на, с, не, как, что, все, новости, поиск, войти, поделиться, читать, политика, экономика, культура, мир, спорт, реклама, комментарии, главная',
};

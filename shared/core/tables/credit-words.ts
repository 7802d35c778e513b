/** Words by which credits are known, by language, parted by commas. Case and accents do not matter. */
type Words = Readonly<Record<string, string>>;

/** What follows names whose copy the text is: `Via AP news wire`, `Quelle: dpa`, `Le Courrier avec AFP`. */
export const AGENCY_LABELS: Words = {
  en: 'via, source, sources, from, by, with, with files from, with reporting by, with agencies, with input from, with inputs from, agency, agencies, news agency, text, story by, report by, reporting by, additional reporting by, provided by, distributed by, supplied by, courtesy of, inputs from, agency inputs, compiled from',
  de: 'quelle, quellen, von, mit, mit material von, mit agenturmaterial, mit informationen von, text, nach, agentur, agenturen, aus',
  fr: 'source, sources, avec, par, d’après, via, texte, agence, avec agences',
  es: 'fuente, fuentes, por, con, con información de, con informacion de, agencia, agencias, vía, texto',
  it: 'fonte, fonti, di, con, da, via, agenzia, testo',
  pt: 'fonte, fontes, por, com, com informações de, com informações da, com agência, via, agência, texto',
  nl: 'bron, bronnen, door, met, via, redactie, tekst',
  pl: 'źródło, źródła, za, oprac, autor, tekst',
  ru: 'источник, по материалам, по данным, текст',
  tr: 'kaynak, haber, ajans',
  sv: 'källa, text, av',
  da: 'kilde, tekst, af',
  no: 'kilde, tekst, av',
  ja: '出典, 提供, 配信',
  ko: '출처, 제공',
  zh: '来源, 來源, 稿源, 文, 据, 據',
  ar: 'المصدر, المصادر, وكالات, نقلا عن',
};

/** What follows names whose picture it is: `Photo: X`, `Image source, Reuters`, `Foto: dpa`. */
export const PHOTO_LABELS: Words = {
  en: 'photo, photos, photo by, photos by, photo credit, photo courtesy, photo courtesy of, courtesy, courtesy of, photograph, photograph by, photographs by, picture, pictures, picture by, picture credit, image, images, image credit, image source, image by, credit, credits, photo illustration, photo illustration by, illustration, illustration by, graphic, graphic by, ap photo, reuters photo, file photo, file picture, file image, video, video by, media source, screenshot, screengrab',
  de: 'foto, fotos, foto von, bild, bilder, bild von, bildquelle, bildnachweis, bildrechte, symbolbild, symbolfoto, archivbild, archivfoto, grafik, illustration, fotografie, quelle',
  fr: 'photo, photos, photo de, crédit, crédits, crédit photo, crédits photo, photo d’archives, illustration, image, infographie',
  es: 'foto, fotos, foto de, fotografía, fotografía de, imagen, imágenes, crédito, créditos, foto de archivo, fuente de la imagen, ilustración, archivo',
  it: 'foto, foto di, fotografia, fotografia di, immagine, crediti, fonte foto, illustrazione',
  pt: 'foto, fotos, foto de, fotografia, fotografia de, imagem, crédito, créditos, reprodução, ilustração',
  nl: 'foto, foto van, beeld, afbeelding, fotograaf, archieffoto, illustratie',
  pl: 'foto, fot, zdjęcie, zdjęcia, źródło zdjęcia, autor zdjęcia, ilustracja',
  ru: 'фото, фотография, источник фото, автор фото, изображение, источник изображения, иллюстрация',
  tr: 'fotoğraf, fotoğraflar, görsel',
  sv: 'foto, bild, arkivbild, fotograf, illustration',
  da: 'foto, billede, arkivfoto',
  no: 'foto, bilde, arkivfoto',
  fi: 'kuva, kuvat, kuvaaja',
  cs: 'foto, zdroj, ilustrace',
  uk: 'фото, джерело фото',
  ja: '写真, 写真提供, 撮影, 画像, 提供',
  ko: '사진, 사진 출처, 사진제공, 이미지',
  zh: '图片, 圖片, 图片来源, 圖片來源, 摄影, 攝影, 图, 圖, 资料图, 資料圖',
  ar: 'صورة, الصورة, تصوير, مصدر الصورة, صدر الصورة',
};

/** Picture agencies, and words that only credits of pictures have. */
export const PHOTO_SOURCES: readonly string[] = [
  'getty', 'getty images', 'afp via getty images', 'shutterstock', 'istock', 'istockphoto', 'alamy', 'alamy stock photo', 'picture alliance',
  'picture-alliance', 'imago', 'imago images', 'adobe stock', 'adobestock', 'depositphotos', 'unsplash', 'pixabay', 'pexels', 'wikimedia',
  'wikimedia commons', 'flickr', 'creative commons', 'zuma press', 'zumapress', 'sipa', 'sipa usa', 'epa-efe', 'epa', 'ap photo', 'ap images',
  'reuters photo', 'pa images', 'pa wire', 'nurphoto', 'bloomberg via getty images', 'press service', 'press office', 'handout', 'pool photo',
  'file photo', 'file image', 'file picture', 'stock photo', 'photo', 'screenshot', 'screengrab', 'archivbild', 'archivfoto', 'symbolbild',
  'photo illustration', 'courtesy photo', 'xinhua', 'pool', 'hand out', 'via reuters', 'via ap', 'via afp', 'shutterstock.com', 'rex features',
];

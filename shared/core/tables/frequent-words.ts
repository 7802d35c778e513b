/**
 * The small words that every text of a language is full of, and its neighbours are not: enough of them prove that a declared
 * language is the text's own. By language, parted by blanks, lower case.
 */
export const FREQUENT_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to that was for with is said his her it as from at by has have not are were which their',
  de: 'der die das und ist nicht den von mit dem ein eine auf für sich auch im zu des sie es wird als nach bei einer',
  fr: 'les des est dans une pour qui du et pas sur par plus avec ce cette aux ont sont ses leur été',
  es: 'los las una el del y con por se su lo al más como ha fue pero sus entre está años también',
  it: 'il di della che per non del gli dei alla nel sono più delle anche dal è ha una si',
  pt: 'não uma dos os do da em para com na no ao mais das foi pelo pela são também ele à',
  nl: 'het een van dat niet voor zijn op te aan met ook er maar door werd naar deze uit bij',
  pl: 'się nie jest na do że w z to oraz przez od po dla ma jak roku jego są był',
  ru: 'и в на не что по с это как из для его был от при также после они к',
  tr: 've bir bu için ile olarak olan daha çok sonra ise gibi kadar göre değil ancak üzere',
  sv: 'och att det som är för på inte med till har av den om ett var efter han',
};

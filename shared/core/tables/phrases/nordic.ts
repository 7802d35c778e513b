/** Furniture of Swedish, Danish and Norwegian pages. See phrase-table.ts for what the lists mean. */
import type { PhraseTable } from './phrase-table.ts';

// biome-ignore format: one list a line reads better than one phrase a line
export const NORDIC: PhraseTable = {
  language: 'sv',
  whole: [
    { label: 'ui.auth', phrases: ['logga in', 'logga ut', 'mitt konto', 'skapa konto', 'registrera dig', 'log ind', 'log ud', 'min konto', 'opret konto', 'logg inn', 'logg ut', 'min side', 'opprett konto'] },
    { label: 'ui.comments', phrases: ['kommentarer', 'kommentar', 'kommentera', '# kommentarer', 'visa kommentarer', 'skriv en kommentar', 'lämna en kommentar', 'kommentér', 'vis kommentarer', 'skriv en kommentar', 'kommenter', 'delta i debatten', 'svara', 'svar'] },
    { label: 'ui.counter', phrases: ['lästid', 'lästid: # min', 'lästid # min', '# min läsning', 'læsetid', 'læsetid: # min', '# min. læsetid', 'lesetid', '# min lesetid'] },
    { label: 'ui.share', phrases: ['dela', 'dela artikeln', 'dela på facebook', 'dela på twitter', 'kopiera länk', 'skriv ut', 'spara', 'följ', 'följ oss', 'del', 'del artikel', 'del på facebook', 'kopier link', 'kopiér link', 'udskriv', 'gem', 'gem artikel', 'følg', 'følg os', 'del saken', 'kopier lenke', 'lagre', 'følg oss', 'tipsa', 'lyssna', 'lyt til artiklen', 'lytt til saken', 'ge bort artikel'] },
    { label: 'ui.control', phrases: ['stäng', 'meny', 'visa mer', 'visa fler', 'läs mer', 'sök', 'till toppen', 'nästa', 'föregående', 'luk', 'vis mere', 'vis flere', 'søg', 'næste', 'forrige', 'til toppen', 'lukk', 'meny', 'vis mer', 'søk', 'neste', 'hoppa till innehåll', 'gå til indhold', 'gå til hovedindhold', 'hopp til innhold', 'gå til innhold', 'förstora', 'forstør'] },
    { label: 'ui.label', phrases: ['publicerad', 'uppdaterad', 'publicerat', 'publiceret', 'udgivet', 'opdateret', 'sidst opdateret', 'publisert', 'oppdatert', 'sist oppdatert', 'källa', 'kilde', 'foto', 'journalist', 'skribent', 'exklusivt', 'debatt', 'ledare', 'kronik', 'faktaboks', 'fakta'] },
    { label: 'promo.newsletter', phrases: ['nyhetsbrev', 'nyhedsbrev', 'nyhedsbreve', 'prenumerera på nyhetsbrevet', 'tilmeld', 'tilmeld dig', 'tilmeld nyhedsbrev', 'meld deg på', 'meld deg på nyhetsbrev'] },
    { label: 'promo.paywall', phrases: ['prenumerera', 'bli prenumerant', 'prenumeration', 'köp', 'abonnement', 'bliv abonnent', 'køb abonnement', 'abonnér', 'abonner', 'bli abonnent', 'kjøp abonnement', 'kun for abonnenter', 'for abonnenter', 'for abonnenter', 'prøv nu', 'läs hela artikeln', 'läs vidare', 'e-tidning', 'e-avis', 'eavis'] },
    { label: 'promo.advertisement', phrases: ['annons', 'annonser', 'annonsera', 'annonce', 'annoncer', 'annonsørinnhold', 'annonse', 'reklame', 'sponsrat innehåll', 'sponsoreret', 'sponsoreret indhold', 'reklam', 'artikeln fortsätter efter annonsen', 'artiklen fortsætter efter annoncen', 'saken fortsetter under annonsen'] },
    { label: 'related.heading', phrases: ['läs också', 'läs även', 'läs mer om', 'läs mer', 'relaterat', 'relaterade artiklar', 'liknande artiklar', 'mest läst', 'mest lästa', 'senaste nytt', 'senaste nyheterna', 'senaste', 'mer från', 'mer om', 'mer i ämnet', 'fler artiklar', 'rekommenderat', 'populärt', 'läs också', 'læs også', 'læs mere', 'relateret', 'relaterede artikler', 'mest læste', 'mest læst', 'seneste', 'seneste nyt', 'seneste nyheder', 'mere om', 'mere fra', 'flere artikler', 'anbefalet', 'anbefalede', 'populært', 'les også', 'les mer', 'relatert', 'relaterte artikler', 'relaterte saker', 'mest lest', 'siste nytt', 'siste', 'mer om', 'flere saker', 'anbefalt', 'anbefalte'] },
    { label: 'footer.tags', phrases: ['ämnen', 'ämnen i artikeln', 'taggar', 'emner', 'emneord', 'nøgleord'] },
    { label: 'footer.legal', phrases: ['integritetspolicy', 'personuppgiftspolicy', 'personuppgifter', 'om cookies', 'hantera cookies', 'hantera samtycke', 'användarvillkor', 'villkor', 'upphovsrätt', 'tillgänglighet', 'privatlivspolitik', 'cookiepolitik', 'cookies', 'vilkår', 'persondatapolitik', 'handelsbetingelser', 'personvern', 'personvernerklæring', 'personvernpolicy', 'informasjonskapsler', 'brukervilkår', 'rättelser', 'rätta artikel'] },
    { label: 'footer.imprint', phrases: ['kontakt', 'kontakta oss', 'om oss', 'kundservice', 'kundtjänst', 'kontakt os', 'om os', 'kundeservice', 'redaktionen', 'kontakt oss', 'redaksjonen', 'jobba hos oss', 'tipsa oss', 'tips oss', 'ledige stillinger'] },
    { label: 'nav.menu', phrases: ['hem', 'nyheter', 'ekonomi', 'sport', 'kultur', 'världen', 'sverige', 'inrikes', 'utrikes', 'ledare', 'forside', 'forsiden', 'nyheder', 'indland', 'udland', 'verden', 'politik', 'penge', 'hjem', 'innenriks', 'utenriks', 'økonomi', 'politikk', 'debat', 'meninger'] },
  ],
  starts: [
    { label: 'promo.newsletter', phrases: ['prenumerera på', 'anmäl dig till', 'tilmeld dig', 'få nyheder', 'få de', 'meld deg på', 'få nyhetsbrev'] },
    { label: 'promo.paywall', phrases: ['redan prenumerant', 'är du redan prenumerant', 'allerede abonnent', 'er du allerede abonnent', 'denne artikel er for', 'denne saken er for', 'få tilgang', 'få adgang', 'läs artikeln gratis'] },
    { label: 'promo.advertisement', phrases: ['artikeln fortsätter', 'artiklen fortsætter', 'saken fortsetter', 'artikkelen fortsetter'] },
    { label: 'related.item', phrases: ['läs också', 'läs även', 'läs mer', 'læs også', 'læs mere', 'les også', 'les mer', 'se også', 'se även'] },
    { label: 'footer.legal', phrases: ['copyright', 'alla rättigheter', 'alle rettigheder', 'alle rettigheter', 'citera oss gärna'] },
    { label: 'footer.imprint', phrases: ['ansvarig utgivare', 'ansvarshavende', 'ansvarlig redaktør', 'chefredaktör', 'har du tips', 'har du et tip', 'har du nyhetstips', 'så jobbar vi', 'så arbetar vi'] },
  ],
  inside: [
    { label: 'promo.newsletter', phrases: ['vårt nyhetsbrev', 'våra nyhetsbrev', 'vores nyhedsbrev', 'i din indbakke', 'i inkorgen', 'i innboksen'] },
  ],
  appeal: {
    strong: ['ditt stöd', 'din støtte', 'vår journalistik', 'vores journalistik', 'vår journalistikk', 'våra läsare', 'vores læsere', 'våre lesere', 'per månad', 'om måneden', 'per måned', 'första månaden'],
    cues: ['journalist', 'redaktion', 'redaksjon', 'prenumer', 'abonn', 'läsare', 'læser', 'lesere', 'nyhetsbrev', 'nyhedsbrev', 'gratis'],
    address: ['vi', 'oss', 'vår', 'våra', 'os', 'vores', 'våre', 'du', 'dig', 'din', 'ditt', 'deg'],
  },
};

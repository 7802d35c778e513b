/** Dutch page furniture. See phrase-table.ts for what the lists mean. */
import type { PhraseTable } from './phrase-table.ts';

// biome-ignore format: one list a line reads better than one phrase a line
export const NL: PhraseTable = {
  language: 'nl',
  whole: [
    { label: 'ui.notification', phrases: ['meldingen', 'meldingen inschakelen', 'meldingen ontvangen', 'nee, bedankt', 'niet nu'] },
    { label: 'ui.auth', phrases: ['inloggen', 'log in', 'uitloggen', 'aanmelden', 'afmelden', 'registreren', 'registreer', 'mijn account', 'mijn profiel', 'account aanmaken', 'maak een account', 'wachtwoord vergeten'] },
    { label: 'ui.comments', phrases: ['reacties', 'reactie', '# reacties', '# reactie', 'reacties (#)', 'reageer', 'reageren', 'bekijk reacties', 'lees reacties', 'toon reacties', 'alle reacties', 'plaats een reactie', 'plaats reactie', 'geef een reactie', 'beantwoorden', 'antwoorden'] },
    { label: 'ui.counter', phrases: ['leestijd', 'leestijd # min', 'leestijd: # min', 'leestijd # minuten', '# min. leestijd', '# min leestijd', '# minuten leestijd', '# minuten leestijd', 'keer bekeken'] },
    { label: 'ui.share', phrases: ['delen', 'deel', 'deel dit', 'deel dit artikel', 'deel artikel', 'deel op facebook', 'deel op twitter', 'deel op x', 'deel via', 'deel via whatsapp', 'deel via e-mail', 'kopieer link', 'kopieer de link', 'link gekopieerd', 'printen', 'afdrukken', 'bewaar', 'bewaren', 'opslaan', 'volg', 'volg ons', 'volgen', 'luister', 'luister naar dit artikel', 'artikel beluisteren', 'geef cadeau', 'cadeau geven', 'verstuur', 'mail'] },
    { label: 'ui.control', phrases: ['sluiten', 'sluit', 'meer', 'toon meer', 'meer tonen', 'laad meer', 'meer laden', 'bekijk alles', 'bekijk meer', 'alles bekijken', 'volgende', 'vorige', 'terug', 'naar boven', 'terug naar boven', 'zoek', 'zoeken', 'verzenden', 'annuleren', 'accepteren', 'alles accepteren', 'weigeren', 'naar inhoud', 'ga naar inhoud', 'ga naar de inhoud', 'direct naar inhoud', 'naar de inhoud', 'afspelen', 'bekijk', 'bekijk video', 'vergroot', 'volledig scherm', 'lees verder', 'lees meer', 'verder lezen', 'tekst gaat verder onder', 'instellingen'] },
    { label: 'ui.label', phrases: ['gepubliceerd', 'gepubliceerd op', 'bijgewerkt', 'laatst bijgewerkt', 'laatste update', 'auteur', 'bron', 'bijschrift', 'exclusief', 'opinie', 'analyse', 'interview', 'achtergrond', 'inhoud', 'foto', 'beeld'] },
    { label: 'promo.newsletter', phrases: ['nieuwsbrief', 'nieuwsbrieven', 'schrijf je in', 'inschrijven', 'schrijf je in voor de nieuwsbrief', 'schrijf je in voor onze nieuwsbrief', 'ontvang onze nieuwsbrief'] },
    { label: 'promo.paywall', phrases: ['abonneer', 'abonneren', 'abonnement', 'abonnementen', 'neem een abonnement', 'abonnee', 'abonnees', 'alleen voor abonnees', 'voor abonnees', 'al abonnee', 'premium', 'plus', 'word abonnee', 'probeer gratis', 'probeer nu', 'bekijk aanbod', 'bekijk de aanbiedingen', 'digitale krant', 'krant'] },
    { label: 'promo.donation', phrases: ['doneer', 'doneer nu', 'doneren', 'steun ons', 'word lid', 'word donateur', 'help mee'] },
    { label: 'promo.app', phrases: ['download de app', 'download onze app', 'apps', 'onze apps'] },
    { label: 'promo.advertisement', phrases: ['advertentie', 'advertenties', 'adverteren', 'gesponsord', 'gesponsorde inhoud', 'reclame', 'partnercontent', 'partnerbijdrage', 'betaalde content', 'lees verder na de advertentie', 'verder na de advertentie', 'advertorial'] },
    { label: 'related.heading', phrases: ['lees ook', 'lees meer', 'lees verder', 'lees ook deze', 'meer over', 'meer over dit onderwerp', 'gerelateerd', 'gerelateerde artikelen', 'gerelateerd nieuws', 'verwante artikelen', 'meer artikelen', 'meer nieuws', 'meest gelezen', 'meestgelezen', 'best gelezen', 'best bekeken', 'populair', 'populaire artikelen', 'laatste nieuws', 'het laatste nieuws', 'net binnen', 'nieuwste', 'nieuwste artikelen', 'recent', 'uitgelicht', 'aanbevolen', 'aanbevolen voor jou', 'aanraders', 'anderen lazen ook', 'anderen lezen ook', 'bekijk ook', 'zie ook', 'ook interessant', 'misschien ook interessant', 'dit vind je misschien ook interessant', 'volgend artikel', 'vorig artikel', 'trending', 'tip van de redactie', 'tips van de redactie', 'mis het niet', 'in het nieuws', 'ander nieuws', "video's", 'vandaag', 'meer van', 'meer uit', 'keuze van de redactie'] },
    { label: 'footer.tags', phrases: ['tags', 'onderwerpen', 'trefwoorden', 'thema\'s', 'in dit artikel', 'categorieën'] },
    { label: 'footer.legal', phrases: ['privacy', 'privacybeleid', 'privacyverklaring', 'privacy policy', 'privacy statement', 'privacy-instellingen', 'cookiebeleid', 'cookies', 'cookie-instellingen', 'cookie instellingen', 'cookievoorkeuren', 'algemene voorwaarden', 'gebruiksvoorwaarden', 'voorwaarden', 'disclaimer', 'alle rechten voorbehouden', 'auteursrecht', 'auteursrechten', 'copyright', 'toegankelijkheid', 'toegankelijkheidsverklaring', 'huisregels', 'fout gezien', 'fout gezien?', 'meld een fout', 'abonnementsvoorwaarden'] },
    { label: 'footer.imprint', phrases: ['contact', 'over ons', 'colofon', 'redactie', 'vacatures', 'werken bij', 'help', 'hulp', 'klantenservice', 'veelgestelde vragen', 'archief', 'service', 'sitemap', 'tip de redactie', 'over de auteur', 'adverteren bij', 'pers'] },
    { label: 'nav.menu', phrases: ['home', 'voorpagina', 'nieuws', 'binnenland', 'buitenland', 'politiek', 'economie', 'sport', 'cultuur', 'media', 'wetenschap', 'gezondheid', 'regio', 'show', 'entertainment', 'lifestyle', 'tech', 'wonen', 'reizen', 'auto', 'voetbal', 'wielrennen', 'weer', 'puzzels', 'columns', 'opinies', 'geld', 'onderwijs', 'klimaat', 'wereld', 'secties', 'rubrieken', 'in de buurt'] },
  ],
  starts: [
    { label: 'ui.notification', phrases: ['wij gebruiken cookies', 'we gebruiken cookies', 'deze website gebruikt cookies', 'blijf op de hoogte met meldingen'] },
    { label: 'ui.auth', phrases: ['heb je al een account', 'heeft u al een account', 'nog geen account', 'bedankt voor je registratie', 'bedankt voor het registreren', 'vernieuw de pagina', 'log in om'] },
    { label: 'ui.comments', phrases: ['het e-mailadres wordt niet', 'je e-mailadres wordt niet', 'om te reageren', 'om te kunnen reageren', 'wil je reageren', 'reageren is niet'] },
    { label: 'ui.share', phrases: ['deel dit artikel', 'deel via', 'volg ons op'] },
    { label: 'ui.counter', phrases: ['leestijd'] },
    { label: 'promo.newsletter', phrases: ['schrijf je in voor', 'schrijf je hier in', 'meld je aan voor', 'meld u aan voor', 'ontvang dagelijks', 'ontvang elke', 'ontvang het', 'ontvang onze', 'blijf op de hoogte', 'volg ons whatsapp', 'wil je niks missen', 'wil je niets missen'] },
    { label: 'promo.paywall', phrases: ['dit artikel is exclusief', 'dit artikel is alleen', 'dit is een artikel voor', 'al abonnee', 'neem een abonnement', 'word abonnee', 'om verder te lezen', 'verder lezen', 'onbeperkt lezen', 'lees onbeperkt', 'probeer nu'] },
    { label: 'promo.donation', phrases: ['steun onze', 'steun onafhankelijke', 'jouw steun', 'uw steun', 'jouw donatie', 'uw donatie', 'word lid van', 'doneer aan', 'help ons'] },
    { label: 'promo.app', phrases: ['download de', 'download onze', 'download nu'] },
    { label: 'promo.advertisement', phrases: ['advertentie', 'lees verder na de', 'tekst gaat verder', 'de tekst gaat verder', 'artikel gaat verder', 'dit artikel bevat affiliate'] },
    { label: 'related.item', phrases: ['lees ook', 'lees meer', 'lees verder:', 'lees hier', 'bekijk ook', 'luister ook', 'zie ook', 'meer over ', 'meer lezen', 'meer weten', 'terugkijken:', 'volgend artikel', 'vorig artikel'] },
    { label: 'footer.legal', phrases: ['alle rechten voorbehouden', 'copyright', 'niets uit deze uitgave', 'op alle verhalen', 'overname van'] },
    { label: 'footer.imprint', phrases: ['heb je een tip', 'heeft u een tip', 'heb je een fout', 'uitgegeven door', 'mail ons', 'tip ons'] },
    { label: 'nav.breadcrumb', phrases: ['u bent hier', 'je bent hier', 'home >'] },
  ],
  inside: [
    { label: 'promo.newsletter', phrases: ['in je inbox', 'in uw inbox', 'in je mailbox', 'onze nieuwsbrief', 'whatsapp-kanaal'] },
    { label: 'promo.paywall', phrases: ['voor abonnees', 'maandelijks opzegbaar', 'onbeperkt toegang', 'eerste maand'] },
    { label: 'footer.legal', phrases: ['alle rechten voorbehouden', 'privacyverklaring', 'algemene voorwaarden'] },
  ],
  appeal: {
    strong: ['jouw steun', 'uw steun', 'jouw donatie', 'uw donatie', 'onze journalistiek', 'onafhankelijke journalistiek', 'onze redactie', 'onze lezers', 'onze journalisten', 'onze nieuwsbrief', 'word abonnee', 'per maand', 'eerste maand', 'onbeperkt toegang', 'maandelijks opzegbaar'],
    cues: ['journalis', 'redactie', 'abonn', 'lezer', 'nieuwsbrief', 'steun', 'onafhankelijk', 'gratis', 'aanbieding', 'toegang', 'onderzoek', 'reclame', 'donat', 'doneer', 'bijdrage'],
    address: ['wij', 'we', 'ons', 'onze', 'jouw', 'jij', 'je', 'uw', 'u'],
  },
};

/** Italian page furniture. See phrase-table.ts for what the lists mean. */
import type { PhraseTable } from './phrase-table.ts';

// biome-ignore format: one list a line reads better than one phrase a line
export const IT: PhraseTable = {
  language: 'it',
  whole: [
    { label: 'ui.auth', phrases: ['accedi', 'login', 'entra', 'esci', 'registrati', 'iscriviti', 'il mio account', 'profilo', 'password dimenticata', 'crea un account'] },
    { label: 'ui.comments', phrases: ['commenti', 'commento', '# commenti', '# commento', 'commenti (#)', 'commenta', 'leggi i commenti', 'vedi tutti i commenti', 'mostra commenti', 'lascia un commento', 'scrivi un commento', 'aggiungi un commento', 'rispondi', 'inserisci un commento'] },
    { label: 'ui.counter', phrases: ['tempo di lettura', 'tempo di lettura: # min', 'tempo di lettura: # minuti', '# min di lettura', '# minuti di lettura', '# condivisioni'] },
    { label: 'ui.share', phrases: ['condividi', 'condividi su', 'condividi su facebook', 'condividi su twitter', 'condividi su x', 'condividi su whatsapp', 'condividi l\'articolo', 'condividi questo articolo', 'condivisioni', 'copia link', 'copia il link', 'link copiato', 'stampa', 'invia', 'invia per email', 'salva', 'segui', 'seguici', 'seguici su', 'ascolta', 'ascolta l\'articolo', 'ascolta questo articolo', 'regala l\'articolo', 'tweet', 'seguici su google news'] },
    { label: 'ui.control', phrases: ['chiudi', 'apri', 'apri menu', 'altro', 'mostra altro', 'mostra di più', 'carica altri', 'vedi tutti', 'vedi tutto', 'vedi altro', 'successivo', 'precedente', 'avanti', 'indietro', 'torna su', 'torna in alto', 'cerca', 'ricerca', 'annulla', 'accetta', 'accetta tutto', 'rifiuta', 'vai al contenuto', 'vai al contenuto principale', 'salta al contenuto', 'guarda', 'guarda il video', 'ingrandisci', 'schermo intero', 'leggi tutto', 'continua a leggere', 'continua', 'sfoglia gallery', 'guarda la gallery', 'scopri di più'] },
    { label: 'ui.label', phrases: ['pubblicato', 'aggiornato', 'ultimo aggiornamento', 'autore', 'fonte', 'didascalia', 'esclusiva', 'indice', 'foto', 'ultim\'ora', 'intervista', 'analisi', 'opinione'] },
    { label: 'promo.newsletter', phrases: ['newsletter', 'le newsletter', 'iscriviti alla newsletter', 'iscriviti alla nostra newsletter', 'le nostre newsletter'] },
    { label: 'promo.paywall', phrases: ['abbonati', 'abbonati ora', 'abbonamento', 'abbonamenti', 'sei già abbonato', 'già abbonato', 'riservato agli abbonati', 'contenuto riservato agli abbonati', 'premium', 'edicola', 'edicola digitale', 'edizione digitale', 'scopri le offerte', 'prova gratis', 'attiva'] },
    { label: 'promo.donation', phrases: ['dona', 'dona ora', 'sostienici', 'sostieni', 'fai una donazione', 'sostieni il nostro lavoro'] },
    { label: 'promo.app', phrases: ['scarica l\'app', 'le nostre app', 'scarica la nostra app'] },
    { label: 'promo.advertisement', phrases: ['pubblicità', 'annuncio', 'annunci', 'sponsorizzato', 'contenuto sponsorizzato', 'messaggio promozionale', 'informazione pubblicitaria', 'inserzione', 'annuncio pubblicitario'] },
    { label: 'related.heading', phrases: ['leggi anche', 'leggi altro', 'leggi di più', 'potrebbe interessarti', 'potrebbe interessarti anche', 'potrebbero interessarti', 'ti potrebbe interessare', 'ti potrebbe interessare anche', 'potrebbe anche interessarti', 'articoli correlati', 'articolo correlato', 'correlati', 'notizie correlate', 'contenuti correlati', 'argomenti correlati', 'articoli simili', 'i più letti', 'più letti', 'le più lette', 'più lette', 'i più visti', 'i più condivisi', 'più letti del giorno', 'in evidenza', 'in primo piano', 'primo piano', 'ultime notizie', 'ultimi articoli', 'ultime news', 'ultima ora', 'le ultime', 'gli ultimi', 'altre notizie', 'altri articoli', 'altro da', 'articolo precedente', 'articolo successivo', 'vedi anche', 'guarda anche', 'approfondimenti', 'per approfondire', 'consigliati', 'consigliati per te', 'raccomandati', 'da leggere', 'da non perdere', 'tendenze', 'di tendenza', 'popolari', 'video', 'sullo stesso argomento', 'dalla home', 'scelti per te', 'notizie del giorno'] },
    { label: 'footer.tags', phrases: ['tag', 'argomenti', 'temi', 'etichette', 'argomenti trattati', 'tutti gli argomenti', 'parole chiave', 'categorie'] },
    { label: 'footer.legal', phrases: ['privacy', 'privacy policy', 'informativa privacy', 'informativa sulla privacy', 'cookie policy', 'cookie', 'preferenze cookie', 'gestione cookie', 'gestisci cookie', 'impostazioni cookie', 'note legali', 'termini e condizioni', 'condizioni d\'uso', 'condizioni generali', 'tutti i diritti riservati', 'riproduzione riservata', '© riproduzione riservata', 'diritti riservati', 'dichiarazione di accessibilità', 'accessibilità', 'codice etico', 'segnala un errore'] },
    { label: 'footer.imprint', phrases: ['contatti', 'contattaci', 'chi siamo', 'redazione', 'la redazione', 'lavora con noi', 'aiuto', 'assistenza', 'faq', 'mappa del sito', 'archivio', 'gruppo', 'scrivici', 'gerenza', 'rss', 'credits', 'per la pubblicità'] },
    { label: 'nav.menu', phrases: ['home', 'cronaca', 'politica', 'economia', 'sport', 'cultura', 'esteri', 'mondo', 'italia', 'spettacoli', 'tecnologia', 'scienza', 'scienze', 'salute', 'ambiente', 'motori', 'viaggi', 'calcio', 'lavoro', 'scuola', 'opinioni', 'commenti e opinioni', 'meteo', 'sezioni', 'regioni', 'moda', 'cinema', 'musica', 'libri', 'attualità', 'società', 'finanza', 'gossip'] },
  ],
  starts: [
    { label: 'ui.notification', phrases: ['utilizziamo i cookie', 'questo sito utilizza', 'attiva le notifiche', 'ricevi notifiche'] },
    { label: 'ui.auth', phrases: ['effettua il login', 'hai già un account', 'non hai un account', 'grazie per esserti', 'ricarica la pagina', 'accedi per'] },
    { label: 'ui.comments', phrases: ['il tuo indirizzo email non sarà', 'per commentare', 'devi essere connesso', 'lascia un commento', 'i commenti', 'commenta per primo'] },
    { label: 'ui.share', phrases: ['condividi su', 'fai clic per condividere', 'seguici su'] },
    { label: 'ui.counter', phrases: ['tempo di lettura'] },
    { label: 'promo.newsletter', phrases: ['iscriviti alla', 'iscriviti al', 'iscriviti a ', 'ricevi ogni', 'ricevi le', 'ricevi gratis', 'resta aggiornato', 'rimani aggiornato', 'segui il nostro canale', 'segui i nostri', 'per restare aggiornato', 'entra nel canale', 'entra nel nostro'] },
    { label: 'promo.paywall', phrases: ['abbonati per', 'abbonati a', 'abbonati e', 'questo articolo è riservato', 'questo contenuto è riservato', 'contenuto riservato', 'per continuare a leggere', 'sei già abbonato', 'leggi tutti gli articoli'] },
    { label: 'promo.donation', phrases: ['sostieni il giornalismo', 'sostieni il nostro', 'il tuo sostegno', 'il tuo contributo', 'la tua donazione', 'con il tuo', 'aiutaci a', 'abbiamo bisogno'] },
    { label: 'promo.app', phrases: ['scarica l\'app', 'scarica la nostra', 'scarica gratis'] },
    { label: 'promo.advertisement', phrases: ['pubblicità', 'contenuto sponsorizzato'] },
    { label: 'related.item', phrases: ['leggi anche', 'leggi qui', 'leggi pure', 'leggi l\'articolo', 'vedi anche', 'guarda anche', 'potrebbe interessarti', 'ti potrebbe interessare', 'approfondisci:', 'per approfondire', 'articolo precedente', 'articolo successivo'] },
    { label: 'footer.legal', phrases: ['tutti i diritti riservati', 'riproduzione riservata', '© riproduzione', 'copyright', 'è vietata la riproduzione', 'riproduzione vietata'] },
    { label: 'footer.imprint', phrases: ['direttore responsabile', 'testata giornalistica', 'registrazione al tribunale', 'registrazione tribunale', 'p.iva', 'p. iva', 'partita iva', 'sede legale', 'per segnalare'] },
    { label: 'footer.tags', phrases: ['tag:', 'argomenti:', 'tags:'] },
    { label: 'nav.breadcrumb', phrases: ['home >', 'home /', 'sei qui', 'sei in'] },
  ],
  inside: [
    { label: 'promo.newsletter', phrases: ['nella tua casella', 'nella tua mail', 'nostra newsletter', 'canale whatsapp', 'canale telegram'] },
    { label: 'promo.paywall', phrases: ['riservato agli abbonati', 'accesso illimitato', 'primo mese'] },
    { label: 'footer.legal', phrases: ['tutti i diritti riservati', 'riproduzione riservata', 'privacy policy', 'dati personali'] },
  ],
  appeal: {
    strong: ['il tuo sostegno', 'il tuo contributo', 'la tua donazione', 'il tuo abbonamento', 'il nostro giornalismo', 'giornalismo indipendente', 'giornalismo di qualità', 'la nostra redazione', 'i nostri lettori', 'i nostri giornalisti', 'nostra newsletter', 'abbonati', 'al mese', 'primo mese', 'accesso illimitato', 'senza pubblicità'],
    cues: ['giornalis', 'redazione', 'abbona', 'lettor', 'newsletter', 'sosten', 'sostieni', 'indipenden', 'gratis', 'gratuit', 'offerta', 'accesso', 'inchiest', 'pubblicità', 'dona', 'contribu'],
    address: ['noi', 'nostro', 'nostra', 'nostri', 'nostre', 'tuo', 'tua', 'tuoi', 'ti', 'vostro'],
  },
};

/** Polish page furniture. See phrase-table.ts for what the lists mean. */
import type { PhraseTable } from './phrase-table.ts';

// biome-ignore format: one list a line reads better than one phrase a line
export const PL: PhraseTable = {
  language: 'pl',
  whole: [
    { label: 'ui.notification', phrases: ['powiadomienia', 'włącz powiadomienia', 'nie, dziękuję', 'nie teraz'] },
    { label: 'ui.auth', phrases: ['zaloguj', 'zaloguj się', 'wyloguj', 'wyloguj się', 'zarejestruj się', 'rejestracja', 'logowanie', 'moje konto', 'mój profil', 'załóż konto', 'nie pamiętasz hasła', 'hasło'] },
    { label: 'ui.comments', phrases: ['komentarze', 'komentarz', '# komentarze', '# komentarzy', '# komentarz', 'komentarze (#)', 'skomentuj', 'dodaj komentarz', 'zobacz komentarze', 'pokaż komentarze', 'wszystkie komentarze', 'napisz komentarz', 'zostaw komentarz', 'odpowiedz', 'dyskusja', 'opinie'] },
    { label: 'ui.counter', phrases: ['czas czytania', 'czas czytania: # min', 'czas czytania # min', '# min czytania', '# minut czytania', 'odsłony', 'wyświetleń'] },
    { label: 'ui.share', phrases: ['udostępnij', 'udostępnij artykuł', 'udostępnij na facebooku', 'podziel się', 'kopiuj link', 'skopiuj link', 'drukuj', 'wydrukuj', 'wyślij', 'wyślij e-mailem', 'zapisz', 'obserwuj', 'obserwuj nas', 'posłuchaj', 'posłuchaj artykułu', 'polub', 'tweetnij', 'zapisz na później', 'podaruj artykuł'] },
    { label: 'ui.control', phrases: ['zamknij', 'otwórz', 'więcej', 'pokaż więcej', 'zobacz więcej', 'załaduj więcej', 'zobacz wszystkie', 'wszystkie', 'następny', 'następna', 'poprzedni', 'poprzednia', 'dalej', 'wstecz', 'powrót', 'do góry', 'na górę', 'szukaj', 'wyszukaj', 'anuluj', 'akceptuję', 'zaakceptuj', 'przejdź do treści', 'przejdź do głównej treści', 'odtwórz', 'powiększ', 'zobacz galerię', 'czytaj dalej', 'czytaj więcej', 'dalszy ciąg materiału pod wideo', 'dalszy ciąg artykułu pod materiałem wideo', 'rozwiń', 'zwiń'] },
    { label: 'ui.label', phrases: ['opublikowano', 'aktualizacja', 'zaktualizowano', 'ostatnia aktualizacja', 'autor', 'źródło', 'foto', 'opinia', 'wywiad', 'analiza', 'spis treści', 'tylko u nas'] },
    { label: 'promo.newsletter', phrases: ['newsletter', 'newslettery', 'zapisz się', 'zapisz się na newsletter', 'zapisz się do newslettera'] },
    { label: 'promo.paywall', phrases: ['subskrybuj', 'prenumerata', 'subskrypcja', 'kup dostęp', 'kup prenumeratę', 'dla prenumeratorów', 'tylko dla prenumeratorów', 'dla subskrybentów', 'premium', 'e-wydanie', 'wypróbuj', 'masz już prenumeratę'] },
    { label: 'promo.donation', phrases: ['wesprzyj', 'wesprzyj nas', 'wspieraj', 'wspieraj nas', 'przekaż darowiznę', 'wpłać'] },
    { label: 'promo.app', phrases: ['pobierz aplikację', 'aplikacja', 'aplikacje'] },
    { label: 'promo.advertisement', phrases: ['reklama', 'reklamy', 'ogłoszenia', 'ogłoszenie', 'materiał sponsorowany', 'artykuł sponsorowany', 'materiał partnera', 'materiał promocyjny', 'materiał partnerski', 'sponsorowane', 'koniec reklamy', 'dalszy ciąg materiału pod reklamą'] },
    { label: 'related.heading', phrases: ['czytaj także', 'czytaj też', 'czytaj również', 'przeczytaj także', 'przeczytaj też', 'przeczytaj również', 'zobacz także', 'zobacz też', 'zobacz również', 'sprawdź także', 'powiązane', 'powiązane artykuły', 'powiązane tematy', 'podobne', 'podobne artykuły', 'polecane', 'polecamy', 'polecane artykuły', 'najczęściej czytane', 'najpopularniejsze', 'najchętniej czytane', 'popularne', 'najnowsze', 'najnowsze artykuły', 'najnowsze wiadomości', 'najnowsze informacje', 'ostatnie', 'ostatnie wiadomości', 'inne artykuły', 'więcej na ten temat', 'więcej o', 'więcej z', 'więcej wiadomości', 'warto przeczytać', 'warto wiedzieć', 'następny artykuł', 'poprzedni artykuł', 'może cię zainteresować', 'mogą cię zainteresować', 'to może cię zainteresować', 'wideo', 'na skróty', 'gorące tematy', 'dla ciebie', 'wybrane dla ciebie', 'rekomendowane'] },
    { label: 'footer.tags', phrases: ['tagi', 'tematy', 'słowa kluczowe', 'tagi:', 'kategorie'] },
    { label: 'footer.legal', phrases: ['polityka prywatności', 'prywatność', 'polityka cookies', 'cookies', 'regulamin', 'regulamin serwisu', 'regulaminy', 'wszelkie prawa zastrzeżone', 'prawa autorskie', 'ustawienia prywatności', 'deklaracja dostępności', 'rodo', 'zgłoś błąd', 'licencja'] },
    { label: 'footer.imprint', phrases: ['kontakt', 'o nas', 'redakcja', 'praca', 'kariera', 'pomoc', 'archiwum', 'mapa serwisu', 'mapa strony', 'napisz do nas', 'o autorze', 'wydawca', 'biuro prasowe'] },
    { label: 'nav.menu', phrases: ['strona główna', 'wiadomości', 'polska', 'świat', 'kraj', 'polityka', 'gospodarka', 'biznes', 'sport', 'kultura', 'nauka', 'zdrowie', 'technologie', 'motoryzacja', 'rozrywka', 'styl życia', 'podróże', 'pogoda', 'opinie', 'edukacja', 'finanse', 'prawo', 'piłka nożna', 'gwiazdy', 'film', 'muzyka', 'książki', 'regiony', 'społeczeństwo'] },
  ],
  starts: [
    { label: 'ui.notification', phrases: ['używamy plików cookie', 'ta strona używa', 'ta witryna', 'włącz powiadomienia'] },
    { label: 'ui.auth', phrases: ['zaloguj się, aby', 'nie masz konta', 'masz już konto', 'dziękujemy za rejestrację', 'odśwież stronę'] },
    { label: 'ui.comments', phrases: ['twój adres e-mail nie', 'twój adres email nie', 'aby dodać komentarz', 'aby skomentować', 'komentarze są'] },
    { label: 'ui.share', phrases: ['udostępnij na', 'obserwuj nas'] },
    { label: 'ui.counter', phrases: ['czas czytania'] },
    { label: 'promo.newsletter', phrases: ['zapisz się na', 'zapisz się do', 'otrzymuj ', 'dołącz do', 'bądź na bieżąco', 'śledź nas'] },
    { label: 'promo.paywall', phrases: ['ten artykuł jest dostępny', 'ten tekst jest dostępny', 'dalsza część artykułu', 'pozostało # %', 'pozostało #%', 'kup dostęp', 'aby przeczytać', 'czytaj bez ograniczeń', 'masz już subskrypcję', 'masz już prenumeratę'] },
    { label: 'promo.donation', phrases: ['wesprzyj nas', 'wesprzyj ', 'twoje wsparcie', 'dzięki twojemu wsparciu', 'dzięki wsparciu', 'pomóż nam'] },
    { label: 'promo.app', phrases: ['pobierz aplikację', 'pobierz naszą'] },
    { label: 'promo.advertisement', phrases: ['reklama', 'dalszy ciąg', 'dalsza część tekstu', 'artykuł powstał we współpracy'] },
    { label: 'related.item', phrases: ['czytaj także', 'czytaj też', 'czytaj również', 'czytaj więcej', 'przeczytaj także', 'przeczytaj też', 'przeczytaj:', 'zobacz także', 'zobacz też', 'zobacz również', 'zobacz:', 'sprawdź:', 'więcej na temat', 'polecamy:', 'poprzedni artykuł', 'następny artykuł'] },
    { label: 'footer.legal', phrases: ['wszelkie prawa zastrzeżone', 'copyright', 'wszystkie prawa zastrzeżone', 'kopiowanie'] },
    { label: 'footer.imprint', phrases: ['masz dla nas temat', 'masz informację', 'napisz do nas', 'widzisz błąd', 'wydawca'] },
    { label: 'footer.tags', phrases: ['tagi:', 'tematy:'] },
    { label: 'nav.breadcrumb', phrases: ['jesteś tutaj', 'strona główna >', 'strona główna /'] },
  ],
  inside: [
    { label: 'promo.newsletter', phrases: ['na swoją skrzynkę', 'nasz newsletter', 'naszego newslettera'] },
    { label: 'promo.paywall', phrases: ['dla prenumeratorów', 'dla subskrybentów', 'nielimitowany dostęp'] },
    { label: 'footer.legal', phrases: ['prawa zastrzeżone', 'polityka prywatności', 'polityką prywatności', 'danych osobowych'] },
  ],
  appeal: {
    strong: ['twoje wsparcie', 'twoja darowizna', 'nasze dziennikarstwo', 'niezależne dziennikarstwo', 'naszą redakcję', 'naszej redakcji', 'nasi czytelnicy', 'naszych czytelników', 'nasi dziennikarze', 'miesięcznie', 'za miesiąc', 'pierwszy miesiąc', 'bez reklam', 'kup dostęp'],
    cues: ['dziennikars', 'redakcj', 'prenumer', 'subskry', 'czytelni', 'newsletter', 'wsparci', 'niezależn', 'bezpłatn', 'oferta', 'dostęp', 'reklam', 'darowizn'],
    address: ['my', 'nas', 'nasz', 'nasza', 'nasze', 'naszych', 'twoje', 'twój', 'twoja', 'ci', 'ciebie'],
  },
};

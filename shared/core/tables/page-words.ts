/**
 * Words by which a page says what kind of page it is, by language, in lower case. A title is cut at its separators and one part
 * must be the phrase (`whole`) or begin with it (`starts`). Anyone may add a language: one list a line.
 */

export interface TitleWords {
  readonly whole: readonly string[];
  readonly starts: readonly string[];
}

/** What a server says instead of an article. `#` stands for a number. */
// biome-ignore format: one language a line
export const ERROR_TITLES: TitleWords = {
  whole: [
    '404', '410', '403', '500', '503', 'error', 'error 404', '404 error', 'http 404', '404 not found', '403 forbidden', 'forbidden', 'not found', 'page not found', 'page unavailable', 'page not available', 'access denied', 'unauthorized', 'bad gateway', '502 bad gateway', 'service unavailable', 'internal server error', 'site maintenance', 'just a moment', 'attention required!', 'are you a robot?', 'are you a human?', 'robot or human?', 'enable javascript', 'javascript is disabled', 'security check', 'checking your browser', 'verifying you are human', 'access to this page has been denied', 'not available in your region', 'unavailable for legal reasons',
    'seite nicht gefunden', 'fehler 404', 'fehler', 'nicht gefunden', 'zugriff verweigert', 'wartungsarbeiten', 'diese seite existiert nicht', 'seite existiert nicht',
    'page introuvable', 'page non trouvée', 'erreur 404', 'erreur', 'accès refusé', 'accès interdit',
    'página no encontrada', 'no encontrado', 'error 404: página no encontrada', 'acceso denegado', 'página no disponible',
    'pagina non trovata', 'errore 404', 'errore', 'accesso negato',
    'página não encontrada', 'erro 404', 'erro', 'acesso negado',
    'pagina niet gevonden', 'fout 404', 'toegang geweigerd',
    'strona nie znaleziona', 'nie znaleziono strony', 'strony nie znaleziono', 'błąd 404', 'brak dostępu', 'strona nie istnieje',
    'страница не найдена', 'ошибка 404', 'ошибка', 'доступ запрещен', 'доступ запрещён',
    'sayfa bulunamadı', 'hata 404', '404 hatası', 'erişim engellendi',
    'ページが見つかりません', 'ページが見つかりませんでした', 'お探しのページは見つかりません', 'お探しのページは見つかりませんでした', 'アクセスが拒否されました',
    '페이지를 찾을 수 없습니다', '찾을 수 없는 페이지', '접근이 거부되었습니다',
    '页面不存在', '页面未找到', '找不到页面', '找不到頁面', '頁面不存在', '您访问的页面不存在', '访问被拒绝',
    'الصفحة غير موجودة', 'خطأ 404', 'لم يتم العثور على الصفحة',
    'sidan hittades inte', 'siden blev ikke fundet', 'siden ble ikke funnet', 'sivua ei löytynyt',
  ],
  starts: [
    '404 ', 'error 404 ', "sorry, we can't find", "sorry, we couldn't find", 'sorry, this page', 'sorry, the page', "oops! that page can't be found", 'oops! page not found', "we can't find that page", "we couldn't find that page", "we can't find the page", "we couldn't find the page", "this page doesn't exist", 'this page does not exist', "this page isn't available", 'this page is no longer available', 'the page you are looking for', 'the page you requested', 'the page you were looking for',
    'die seite wurde nicht gefunden', 'die gewünschte seite', 'die angeforderte seite', 'diese seite wurde nicht gefunden', 'leider wurde die seite',
    "cette page n'existe pas", 'la page que vous', 'la página que busca', 'la página que buscas', 'la pagina che', 'a página que você', 'de pagina die', 'de opgevraagde pagina', 'запрашиваемая страница', 'такой страницы', 'aradığınız sayfa', '요청하신 페이지', '您要访问的页面', 'الصفحة التي',
  ],
};

/** Titles of pages on which one signs in or up. */
// biome-ignore format: one language a line
export const LOGIN_TITLES: TitleWords = {
  whole: [
    'log in', 'login', 'sign in', 'sign up', 'register', 'log in or sign up', 'sign in or register', 'log in or register', 'create account', 'create an account', 'log in to continue', 'sign in to continue', 'log in to your account', 'sign in to your account', 'my account',
    'anmelden', 'einloggen', 'registrieren', 'anmelden oder registrieren', 'konto erstellen', 'melden sie sich an',
    'connexion', 'se connecter', 'identifiez-vous', 's’identifier', "s'identifier", 'créer un compte', 'connectez-vous', 'iniciar sesión', 'inicia sesión', 'registrarse', 'regístrate', 'accedi', 'registrati', 'entrar', 'iniciar sessão', 'inloggen', 'registreren', 'zaloguj się', 'logowanie', 'zarejestruj się', 'вход', 'войти', 'авторизация', 'регистрация', 'giriş yap', 'üye girişi', 'ログイン', '会員登録', '로그인', '회원가입', '登录', '登入', '注册', '用户登录', 'تسجيل الدخول', 'logga in', 'log ind', 'logg inn', 'kirjaudu sisään',
  ],
  starts: ['log in to read', 'sign in to read', 'register to continue', 'register to read', 'sign in to continue', 'log in to continue'],
};

/** Titles of lists that a search or a tag made. */
// biome-ignore format: one language a line
export const SEARCH_TITLES: TitleWords = {
  whole: ['search', 'search results', 'suche', 'suchergebnisse', 'suchergebnis', 'recherche', 'résultats de recherche', 'búsqueda', 'resultados de búsqueda', 'resultados de la búsqueda', 'ricerca', 'risultati della ricerca', 'pesquisa', 'resultados da pesquisa', 'resultados da busca', 'zoeken', 'zoekresultaten', 'wyniki wyszukiwania', 'поиск', 'результаты поиска', 'arama sonuçları', '検索結果', '검색결과', '검색 결과', '搜索结果', '搜尋結果', 'نتائج البحث'],
  starts: ['search results for', 'you searched for', 'results for', 'suchergebnisse für', 'résultats pour', 'résultats de recherche pour', 'resultados para', 'resultados de búsqueda para', 'risultati per', 'zoekresultaten voor', 'wyniki wyszukiwania dla'],
};

/** What opens the headline of a page of pictures. */
// biome-ignore format: one language a line
export const GALLERY_TITLES: TitleWords = {
  whole: ['in pictures', 'in photos', 'photos', 'pictures', 'gallery', 'photo gallery', 'picture gallery', 'slideshow', 'in bildern', 'bilder', 'bildergalerie', 'fotostrecke', 'fotogalerie', 'die bilder', 'en images', 'en photos', 'diaporama', 'galerie photos', 'en imágenes', 'en fotos', 'fotogalería', 'galería', 'las fotos', 'fotogallery', 'le foto', 'in immagini', 'em imagens', 'em fotos', 'galeria de fotos', 'fotogaleria', "in beeld", "in foto's", 'fotoserie', 'galeria', 'galeria zdjęć', 'zdjęcia', 'фотогалерея', 'в фотографиях', 'фоторепортаж', 'foto galeri', 'fotoğraflarla', '写真特集', 'フォトギャラリー', '写真', '화보', '포토', '사진으로 보는', '组图', '图集', '組圖', '高清组图', 'صور', 'بالصور', 'معرض صور', 'i bilder', 'kuvat'],
  starts: ['in pictures', 'in photos', 'photos:', 'pictures:', 'gallery:', 'bildergalerie', 'fotostrecke', 'diaporama', 'fotogalería', 'fotogallery', 'фотогалерея', 'بالصور', '组图', '組圖', '写真特集', '화보'],
};

/** What a page says about cookies and consent and an article does not: distinct phrases are counted, anywhere in a paragraph. */
// biome-ignore format: one language a line
export const CONSENT_PHRASES: readonly string[] = [
  'we use cookies', 'uses cookies', 'use of cookies', 'our partners', 'and our partners', 'your consent', 'withdraw consent', 'withdraw your consent', 'manage your choices', 'manage preferences', 'privacy settings', 'cookie settings', 'cookie preferences', 'legitimate interest', 'personalised ads', 'personalized ads', 'personalised advertising', 'personalized advertising', 'ad measurement', 'audience research', 'accept all', 'reject all', 'we value your privacy', 'before you continue', 'store and/or access information on a device', 'your personal data', 'iab vendors', 'vendors', 'tracking-free', 'unique identifiers', 'change your settings at any time',
  'wir verwenden cookies', 'unsere partner', 'unseren partnern', 'ihre einwilligung', 'ihre zustimmung', 'einwilligung widerrufen', 'alle akzeptieren', 'alle ablehnen', 'ihre privatsphäre', 'datenschutzeinstellungen', 'cookie-einstellungen', 'personalisierte werbung', 'personalisierter werbung', 'mit werbung weiterlesen', 'ohne tracking', 'personenbezogene daten', 'berechtigtes interesse', 'endgerät', 'zustimmung jederzeit',
  'nous utilisons des cookies', 'nos partenaires', 'votre consentement', 'tout accepter', 'tout refuser', 'paramétrer', 'continuer sans accepter', 'publicités personnalisées', 'données personnelles', 'votre vie privée', 'retirer votre consentement',
  'utilizamos cookies', 'usamos cookies', 'nuestros socios', 'su consentimiento', 'tu consentimiento', 'aceptar todo', 'rechazar todo', 'publicidad personalizada', 'tu privacidad', 'su privacidad', 'datos personales',
  'utilizziamo i cookie', 'usiamo i cookie', 'nostri partner', 'il tuo consenso', 'accetta tutti', 'rifiuta tutti', 'annunci personalizzati', 'pubblicità personalizzata', 'la tua privacy', 'dati personali',
  'nossos parceiros', 'os nossos parceiros', 'seu consentimento', 'o seu consentimento', 'aceitar tudo', 'anúncios personalizados', 'dados pessoais', 'sua privacidade',
  'wij gebruiken cookies', 'we gebruiken cookies', 'onze partners', 'je toestemming', 'uw toestemming', 'alles accepteren', 'alles weigeren', 'gepersonaliseerde advertenties', 'je privacy', 'uw privacy',
  'używamy plików cookie', 'plików cookies', 'nasi partnerzy', 'naszych partnerów', 'twoja zgoda', 'wyrażasz zgodę', 'zaakceptuj wszystko', 'spersonalizowane reklamy', 'danych osobowych', 'twoją prywatność',
  'мы используем файлы cookie', 'файлы cookie', 'наши партнеры', 'наши партнёры', 'ваше согласие', 'принять все', 'отклонить все', 'персонализированной рекламы', 'персональных данных',
  'çerezleri kullanıyoruz', 'çerez kullan', 'iş ortaklarımız', 'izniniz', 'tümünü kabul et', 'kişiselleştirilmiş reklam', 'kişisel verileriniz',
  'クッキーを使用', 'cookieを使用', '当社のパートナー', 'すべて同意', 'すべて受け入れる', 'パーソナライズされた広告', '쿠키를 사용', '파트너사', '모두 동의', '맞춤형 광고', '我们使用cookie', '我們使用cookie', '合作伙伴', '全部接受', '个性化广告', 'ملفات تعريف الارتباط', 'شركاؤنا', 'موافقتك', 'قبول الكل', 'إعلانات مخصصة',
];

/** What a prompt behind the first paragraphs says when the rest of the article is for subscribers; anywhere in the prompt. */
// biome-ignore format: one language a line
export const READ_ON_PHRASES: readonly string[] = [
  'continue reading', 'keep reading', 'to read the full', 'read the full story', 'to read more', 'rest of this', 'rest of the', 'for subscribers', 'subscribers only', 'subscriber-only', 'subscriber exclusive', 'only available to', 'already a subscriber', 'already a member', 'already subscribed', 'unlock this', 'for members only', 'reserved for', 'want to read', 'full access',
  'weiterlesen', 'weiter lesen', 'bereits abonnent', 'bereits ein abo', 'nur für abonnenten', 'exklusiv für', 'nur mit abo', 'artikel freischalten', 'den ganzen artikel', 'vollständigen artikel',
  'lire la suite', 'réservé aux abonnés', 'déjà abonné', 'il vous reste', 'pour lire la suite', 'article complet',
  'seguir leyendo', 'continuar leyendo', 'solo para suscriptores', 'ya eres suscriptor', 'exclusivo para suscriptores', 'continua a leggere', 'per continuare a leggere', 'riservato agli abbonati', 'sei già abbonato', 'continue lendo', 'exclusivo para assinantes', 'já é assinante', 'verder lezen', 'lees verder', 'alleen voor abonnees', 'al abonnee', 'czytaj dalej', 'dla subskrybentów', 'tylko dla prenumeratorów', 'dalsza część artykułu', 'читать дальше', 'только для подписчиков', 'доступно по подписке', 'devamını oku', 'abonelere özel', '続きを読む', '会員限定', '有料会員', '残り', '구독자 전용', '계속 읽', '阅读全文', '继续阅读', '订阅后', '訂閱', 'لمتابعة القراءة', 'للمشتركين فقط',
  'läs vidare', 'för prenumeranter', 'for abonnenter', 'læs videre', 'les videre',
];

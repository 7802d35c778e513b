/** Turkish page furniture. See phrase-table.ts for what the lists mean. */
import type { PhraseTable } from './phrase-table.ts';

// biome-ignore format: one list a line reads better than one phrase a line
export const TR: PhraseTable = {
  language: 'tr',
  whole: [
    { label: 'ui.notification', phrases: ['bildirimler', 'bildirimleri aç', 'daha sonra', 'hayır'] },
    { label: 'ui.auth', phrases: ['giriş yap', 'giriş', 'çıkış yap', 'üye ol', 'kayıt ol', 'üyelik', 'hesabım', 'profilim', 'şifremi unuttum', 'üye girişi'] },
    { label: 'ui.comments', phrases: ['yorumlar', 'yorum', '# yorum', 'yorumlar (#)', 'yorum yap', 'yorum yaz', 'yorum ekle', 'yorumları göster', 'yorumları gör', 'tüm yorumlar', 'cevapla', 'yanıtla', 'yorum gönder', 'bir yanıt yazın'] },
    { label: 'ui.counter', phrases: ['okunma', '# okunma', 'okuma süresi', 'okuma süresi: # dakika', '# dk okuma', '# dakika okuma', 'görüntülenme', '# görüntülenme'] },
    { label: 'ui.share', phrases: ['paylaş', 'facebook\'ta paylaş', 'twitter\'da paylaş', 'whatsapp\'ta paylaş', 'haberi paylaş', 'bağlantıyı kopyala', 'linki kopyala', 'yazdır', 'gönder', 'kaydet', 'takip et', 'bizi takip edin', 'dinle', 'haberi dinle', 'abone ol', 'google news\'te takip et'] },
    { label: 'ui.control', phrases: ['kapat', 'aç', 'menü', 'daha fazla', 'daha fazla göster', 'daha fazla yükle', 'tümünü gör', 'tümü', 'sonraki', 'önceki', 'geri', 'ileri', 'yukarı', 'yukarı çık', 'ara', 'arama', 'iptal', 'kabul et', 'tamam', 'içeriğe geç', 'içeriğe atla', 'oynat', 'izle', 'büyüt', 'devamını oku', 'devamı', 'haberin devamı', 'devamını gör'] },
    { label: 'ui.label', phrases: ['yayınlanma', 'yayınlanma tarihi', 'güncelleme', 'son güncelleme', 'giriş tarihi', 'güncelleme tarihi', 'yazar', 'kaynak', 'fotoğraf', 'özel haber', 'son dakika', 'röportaj', 'analiz', 'görüş'] },
    { label: 'promo.newsletter', phrases: ['bülten', 'e-bülten', 'bültene abone ol', 'bültenimize abone olun', 'e-bülten aboneliği'] },
    { label: 'promo.paywall', phrases: ['abonelik', 'abone olun', 'abonelere özel', 'premium', 'e-gazete', 'abone misiniz'] },
    { label: 'promo.donation', phrases: ['bağış yap', 'destek ol', 'destekle', 'bizi destekleyin'] },
    { label: 'promo.app', phrases: ['uygulamayı indir', 'mobil uygulama', 'uygulamalar', 'mobil uygulamamızı indirin'] },
    { label: 'promo.advertisement', phrases: ['reklam', 'reklamlar', 'ilan', 'ilanlar', 'sponsorlu', 'sponsorlu içerik', 'advertorial', 'reklamı kapat', 'reklam ver', 'resmi ilanlar'] },
    { label: 'related.heading', phrases: ['ilgili haberler', 'ilgili haber', 'ilgili içerikler', 'ilgili konular', 'benzer haberler', 'benzer içerikler', 'diğer haberler', 'öne çıkanlar', 'öne çıkan haberler', 'öne çıkan', 'en çok okunanlar', 'çok okunanlar', 'en çok okunan', 'en çok okunan haberler', 'en çok izlenenler', 'popüler', 'popüler haberler', 'son haberler', 'son dakika haberleri', 'güncel haberler', 'günün haberleri', 'önerilen', 'önerilen haberler', 'önerilenler', 'sizin için seçtiklerimiz', 'sizin için', 'ilginizi çekebilir', 'bunlar da ilginizi çekebilir', 'bunlar da var', 'ayrıca okuyun', 'bunu da oku', 'manşetler', 'günün manşetleri', 'sonraki haber', 'önceki haber', 'trend', 'gündem', 'haberler', 'videolar', 'galeriler', 'editörün seçtikleri', 'daha fazla haber'] },
    { label: 'footer.tags', phrases: ['etiketler', 'konular', 'anahtar kelimeler', 'kategoriler'] },
    { label: 'footer.legal', phrases: ['gizlilik politikası', 'gizlilik', 'çerez politikası', 'çerezler', 'çerez ayarları', 'kullanım koşulları', 'kullanım şartları', 'kvkk', 'kvkk aydınlatma metni', 'aydınlatma metni', 'tüm hakları saklıdır', 'yasal uyarı', 'veri politikası', 'yayın ilkeleri'] },
    { label: 'footer.imprint', phrases: ['künye', 'iletişim', 'hakkımızda', 'bize ulaşın', 'kariyer', 'yardım', 'arşiv', 'site haritası', 'biz kimiz', 'yazarlar', 'kurumsal'] },
    { label: 'nav.menu', phrases: ['ana sayfa', 'anasayfa', 'gündem', 'siyaset', 'ekonomi', 'spor', 'dünya', 'türkiye', 'kültür sanat', 'kültür', 'sanat', 'magazin', 'sağlık', 'eğitim', 'teknoloji', 'bilim', 'yaşam', 'otomobil', 'seyahat', 'hava durumu', 'futbol', 'finans', 'yerel', 'asayiş', 'politika', 'foto galeri', 'video galeri'] },
  ],
  starts: [
    { label: 'ui.notification', phrases: ['çerezleri kullanıyoruz', 'sitemizde çerez', 'bu site çerez', 'bildirimlere izin'] },
    { label: 'ui.auth', phrases: ['yorum yapmak için', 'üye girişi', 'hesabınız yok mu', 'kaydolduğunuz için', 'sayfayı yenileyin'] },
    { label: 'ui.comments', phrases: ['e-posta adresiniz yayınlanmayacak', 'e-posta hesabınız yayımlanmayacak', 'küfür, hakaret', 'yorum yapabilmek', 'henüz yorum', 'ilk yorumu'] },
    { label: 'ui.counter', phrases: ['okuma süresi', 'okunma sayısı'] },
    { label: 'promo.newsletter', phrases: ['bültenimize', 'haberlerden anında', 'son dakika haberlerinden', 'google news\'te', 'bizi sosyal', 'whatsapp kanalımıza', 'kanalımıza abone', 'güncel haberler için'] },
    { label: 'promo.donation', phrases: ['desteğiniz', 'bağışınız', 'bize destek', 'bağımsız gazeteciliği'] },
    { label: 'promo.app', phrases: ['uygulamamızı indir', 'mobil uygulamamızı'] },
    { label: 'promo.advertisement', phrases: ['reklam'] },
    { label: 'related.item', phrases: ['ayrıca okuyun', 'bunu da oku', 'ilgili haber:', 'ilginizi çekebilir', 'okumak için', 'sonraki haber', 'önceki haber', 'haberin devamı', 'devamı için'] },
    { label: 'footer.legal', phrases: ['tüm hakları saklıdır', 'her hakkı saklıdır', 'copyright', 'izinsiz ve kaynak', 'kaynak gösterilmeden', 'yasal uyarı'] },
    { label: 'footer.imprint', phrases: ['sorumlu yazı işleri', 'genel yayın yönetmeni', 'imtiyaz sahibi'] },
    { label: 'footer.tags', phrases: ['etiketler:', 'konular:'] },
    { label: 'nav.breadcrumb', phrases: ['ana sayfa >', 'anasayfa >', 'anasayfa /', 'ana sayfa /'] },
  ],
  inside: [
    { label: 'promo.newsletter', phrases: ['bültenimize', 'whatsapp kanal', 'telegram kanal', 'youtube kanalımız'] },
    { label: 'footer.legal', phrases: ['hakları saklıdır', 'hakkı saklıdır', 'gizlilik politika', 'kişisel veri', 'çerez politika'] },
  ],
  appeal: {
    strong: ['desteğiniz', 'bağışınız', 'aboneliğiniz', 'gazeteciliğimiz', 'bağımsız gazetecilik', 'bağımsız gazeteciliği', 'okurlarımız', 'muhabirlerimiz', 'bültenimiz', 'aylık', 'ayda', 'ilk ay', 'reklamsız', 'abone olun'],
    cues: ['gazeteci', 'abone', 'okur', 'bülten', 'destek', 'bağımsız', 'ücretsiz', 'bağış', 'reklam', 'muhabir', 'erişim'],
    address: ['biz', 'bize', 'bizim', 'siz', 'size', 'sizin'],
  },
};

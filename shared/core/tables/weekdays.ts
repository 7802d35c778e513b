/** Weekday names by language, Monday to Sunday parted by `|`, forms and abbreviations parted by commas. Case and accents do not matter. */
export const WEEKDAYS: Readonly<Record<string, string>> = {
  en: 'monday, mon | tuesday, tue, tues | wednesday, wed, weds | thursday, thu, thur, thurs | friday, fri | saturday, sat | sunday, sun',
  de: 'montag, mo | dienstag, di | mittwoch, mi | donnerstag, do | freitag, fr | samstag, sonnabend, sa | sonntag, so',
  fr: 'lundi, lun | mardi, mar | mercredi, mer | jeudi, jeu | vendredi, ven | samedi, sam | dimanche, dim',
  es: 'lunes, lun | martes, mar | miércoles, mié | jueves, jue | viernes, vie | sábado, sáb | domingo, dom',
  it: 'lunedì, lun | martedì, mar | mercoledì, mer | giovedì, gio | venerdì, ven | sabato, sab | domenica, dom',
  pt: 'segunda-feira, segunda, seg | terça-feira, terça, ter | quarta-feira, quarta, qua | quinta-feira, quinta, qui | sexta-feira, sexta, sex | sábado, sáb | domingo, dom',
  nl: 'maandag, ma | dinsdag, di | woensdag, wo | donderdag, do | vrijdag, vr | zaterdag, za | zondag, zo',
  pl: 'poniedziałek, pon, pn | wtorek, wt | środa, śr | czwartek, czw | piątek, pt | sobota, sob | niedziela, niedz, nd',
  ru: 'понедельник, пн | вторник, вт | среда, ср | четверг, чт | пятница, пт | суббота, сб | воскресенье, вс',
  tr: 'pazartesi, pzt | salı | çarşamba, çar | perşembe, per | cuma | cumartesi, cmt | pazar, paz',
  ar: 'الاثنين, الإثنين, اثنين | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت | الأحد',
  ja: '月曜日, 月曜 | 火曜日, 火曜 | 水曜日, 水曜 | 木曜日, 木曜 | 金曜日, 金曜 | 土曜日, 土曜 | 日曜日, 日曜',
  ko: '월요일 | 화요일 | 수요일 | 목요일 | 금요일 | 토요일 | 일요일',
  zh: '星期一, 周一, 週一 | 星期二, 周二, 週二 | 星期三, 周三, 週三 | 星期四, 周四, 週四 | 星期五, 周五, 週五 | 星期六, 周六, 週六 | 星期日, 星期天, 周日, 週日',
  sv: 'måndag, mån | tisdag, tis | onsdag, ons | torsdag, tors, tor | fredag, fre | lördag, lör | söndag, sön',
  da: 'mandag, man | tirsdag, tirs | onsdag, ons | torsdag, tors | fredag, fre | lørdag, lør | søndag, søn',
  fi: 'maanantai, maanantaina, ma | tiistai, tiistaina, ti | keskiviikko, keskiviikkona, ke | torstai, torstaina, to | perjantai, perjantaina, pe | lauantai, lauantaina, la | sunnuntai, sunnuntaina, su',
  cs: 'pondělí, po | úterý, út | středa, st | čtvrtek, čt | pátek, pá | sobota, so | neděle, ne',
  sk: 'pondelok | utorok | streda | štvrtok | piatok | sobota | nedeľa',
  uk: 'понеділок, пн | вівторок, вт | середа, ср | четвер, чт | п’ятниця, пт | субота, сб | неділя, нд',
  bg: 'понеделник | вторник | сряда | четвъртък | петък | събота | неделя',
  hu: 'hétfő | kedd | szerda | csütörtök | péntek | szombat | vasárnap',
  ro: 'luni | marți | miercuri | joi | vineri | sâmbătă | duminică',
  ca: 'dilluns | dimarts | dimecres | dijous | divendres | dissabte | diumenge',
  el: 'δευτέρα, δευ | τρίτη, τρι | τετάρτη, τετ | πέμπτη, πεμ | παρασκευή, παρ | σάββατο, σαβ | κυριακή, κυρ',
  he: 'יום שני | יום שלישי | יום רביעי | יום חמישי | יום שישי | שבת, יום שבת | יום ראשון',
  hi: 'सोमवार | मंगलवार | बुधवार | गुरुवार | शुक्रवार | शनिवार | रविवार',
  id: 'senin | selasa | rabu | kamis | jumat, jum’at | sabtu | minggu',
  vi: 'thứ hai | thứ ba | thứ tư | thứ năm | thứ sáu | thứ bảy | chủ nhật',
};

/** A weekday in brackets behind a Japanese or Korean date: `10月18日（水）`. */
export const WEEKDAYS_IN_BRACKETS: Readonly<Record<string, string>> = {
  ja: '月|火|水|木|金|土|日',
  ko: '월|화|수|목|금|토|일',
};

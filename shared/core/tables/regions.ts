/** Country endings of the web that say in which country's habits a page writes dates, as ISO 3166 codes. Others are not used as countries. */
export const REGION_OF_ENDING: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'uk:GB in:IN ie:IE il:IL au:AU nz:NZ za:ZA ca:CA us:US ph:PH mx:MX bd:BD lk:LK pk:PK ng:NG ke:KE gh:GH tz:TZ zw:ZW de:DE at:AT ch:CH ' +
    'fr:FR be:BE lu:LU nl:NL es:ES pt:PT br:BR it:IT pl:PL cz:CZ sk:SK hu:HU ro:RO bg:BG gr:GR tr:TR ru:RU ua:UA by:BY se:SE no:NO dk:DK ' +
    'fi:FI is:IS ee:EE lv:LV lt:LT hr:HR rs:RS si:SI cn:CN tw:TW hk:HK jp:JP kr:KR vn:VN id:ID my:MY sg:SG th:TH ar:AR cl:CL pe:PE ve:VE ' +
    'ec:EC uy:UY bo:BO cu:CU sa:SA ae:AE eg:EG qa:QA kw:KW iq:IQ ir:IR jo:JO lb:LB ma:MA dz:DZ tn:TN na:NA ls:LS bw:BW zm:ZM ug:UG mt:MT cy:CY'
  )
    .split(' ')
    .map((pair) => pair.split(':'))
    .map(([ending = '', region = '']) => [ending, region]),
);

/** Countries that write the month first in digits. */
export const MONTH_FIRST_REGIONS: ReadonlySet<string> = new Set(['US', 'PH', 'PR', 'GU', 'FM']);

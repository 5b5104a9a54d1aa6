import type { HtmlControl, HtmlForm } from '../../protocol/html-form.js';

/** What pressing a button means to the user: yes, on to what comes next, no or away from here; undefined where nothing tells. */
export type Meaning = 'approve' | 'go-on' | 'deny' | undefined;

/** English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Hungarian, Turkish, Greek, Russian, Ukrainian. */
const approving = wordList(`
  allow approve approved authorize authorise authorized accept accepted agree grant granted permit consent yes confirm
  zulassen erlauben genehmigen autorisieren akzeptieren annehmen zustimmen einwilligen gestatten freigeben bestätigen ja
  autoriser accepter approuver permettre consentir confirmer oui
  permitir autorizar aceptar aprobar acepto conceder confirmar sí si
  aceitar aprovar concordo sim
  consenti consentire autorizza autorizzare accetta accetto approva conferma sì
  toestaan accepteren goedkeuren akkoord bevestigen
  tillåt godkänn acceptera bekräfta tillad godkend accepter bekræft tillat godta godkjenn bekreft
  salli hyväksy vahvista kyllä
  zezwól zezwalam akceptuj akceptuję zatwierdź zgadzam potwierdź tak
  povolit přijmout schválit souhlasím potvrdit ano
  engedélyez engedélyezés elfogad elfogadás jóváhagy igen
  izin onayla kabul evet
  αποδοχή επιτρέπω έγκριση συμφωνώ ναι
  разрешить принять одобрить согласен подтвердить да
  дозволити прийняти підтвердити так
`);

const goingOn = wordList(`
  continue proceed next submit ok okay go login signin logon send verify
  weiter fortfahren anmelden einloggen absenden senden
  continuer suivant connexion connecter envoyer valider
  continuar siguiente entrar enviar iniciar
  próximo avançar acessar
  continua avanti accedi invia prosegui
  doorgaan volgende inloggen aanmelden verzenden
  fortsätt nästa fortsæt næste fortsett neste logga logg
  jatka seuraava kirjaudu
  kontynuuj dalej zaloguj
  pokračovat další přihlásit
  tovább folytatás belépés bejelentkezés
  devam ileri giriş gönder
  συνέχεια επόμενο σύνδεση
  продолжить далее войти вход
  продовжити далі увійти
`);

const denying = wordList(`
  deny denied decline declined reject rejected refuse disallow disagree cancel canceled abort no nope not don't dont never
  back return home retry again logout signout logoff switch forgot register signup reset delete remove revoke close skip help another
  ablehnen abbrechen verweigern nein nicht zurück abmelden registrieren
  refuser annuler non ne retour déconnexion
  denegar rechazar cancelar volver salir
  negar recusar rejeitar não nao voltar sair
  nega negare rifiuta annulla no indietro esci
  weigeren annuleren afwijzen nee niet terug uitloggen
  neka avbryt nej inte tillbaka avvis annuller nei ikke tilbage tilbake
  kiellä hylkää peruuta ei takaisin
  odmów odrzuć anuluj nie wstecz wyloguj
  odmítnout zamítnout zrušit ne zpět
  elutasít elutasítás mégse mégsem nem vissza
  reddet iptal hayır geri
  απόρριψη ακύρωση όχι
  отклонить отказать отмена отменить нет не назад
  відхилити скасувати ні назад
`);

/** Scripts that put no space between words: Japanese, Chinese, Korean, Thai; and Arabic, Hebrew, Persian, whose words carry their article. */
const unspaced: readonly (readonly [RegExp, Meaning])[] = [
  [
    /拒否|キャンセル|しない|拒绝|拒絕|取消|不允许|不允許|不同意|不授权|不授權|返回|戻る|거부|취소|아니|않|ปฏิเสธ|ยกเลิก|رفض|إلغاء|لا أوافق|דחה|ביטול|סרב/u,
    'deny',
  ],
  [/許可|同意|承認|允许|允許|授权|授權|批准|허용|동의|승인|อนุญาต|ยอมรับ|سماح|السماح|موافق|أوافق|אשר|אפשר|הסכם|מאשר/u, 'approve'],
  [/続行|次へ|ログイン|サインイン|送信|继续|繼續|下一步|登录|登入|提交|계속|다음|로그인|ถัดไป|متابعة|التالي|دخول|המשך|הבא|כניסה/u, 'go-on'],
];

/** What words mean that a page shows, or that its author chose as a name. A no counts before a yes: "do not allow". */
export function meaningOf(text: string): Meaning {
  for (const [pattern, meaning] of unspaced) if (pattern.test(text)) return meaning;
  const said = tokensOf(text);
  if (said.some((word) => denying.has(word))) return 'deny';
  if (said.some((word) => approving.has(word))) return 'approve';
  return said.some((word) => goingOn.has(word)) || /\b(?:log|sign)\s+(?:in|on)\b/i.test(text) ? 'go-on' : undefined;
}

/** What a button means: by what the user reads, else by what it sends, else by what it is called; where it is alone in its form, also by what that is. */
export function meaningOfButton(button: HtmlControl, form: HtmlForm): Meaning {
  const alone = form.controls.filter(({ kind }) => kind === 'button').length === 1;
  return (
    meaningOf(button.text) ??
    meaningOfValue(button.value) ??
    meaningOf(button.name) ??
    meaningOf(button.named) ??
    (button.formAction === undefined ? undefined : meaningOfPath(button.formAction)) ??
    (alone ? (meaningOfPath(form.action) ?? meaningOf(form.named)) : undefined)
  );
}

/** What a hidden field says of its form: `user_oauth_approval=false`. Only values that say yes or no do. */
export function meaningOfValue(value: string): Meaning {
  const bare = value.trim().toLowerCase();
  if (['false', 'n', 'f', '0'].includes(bare)) return 'deny';
  if (['true', 'y', 't', '1', 'on'].includes(bare)) return 'approve';
  return bare.length > 40 ? undefined : meaningOf(bare);
}

/** The last word of an address; that of an endpoint is no verb. */
function meaningOfPath(url: string): Meaning {
  const last = URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? '') : '';
  return /^(?:authori[sz]e|authorization|consent|login|signin)$/i.test(last) ? undefined : meaningOf(last);
}

/** The words of a text or of an identifier, camel case taken apart. */
function tokensOf(text: string): readonly string[] {
  const apart = text.slice(0, 300).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return (
    apart
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}']+/gu) ?? []
  ).map((word) => word.replace(/^'+|'+$/g, ''));
}

function wordList(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

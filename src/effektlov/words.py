"""The words of the output in bokmål and English, and how numbers are written in each."""

__all__ = ["LANGUAGES", "decimal", "kroner", "points", "share", "word", "words"]

LANGUAGES = ("nb", "en")

_WORDS: dict[str, tuple[str, str]] = {
    "the_year": ("året", "year"),
    "household_net": ("Husstanden har igjen", "The household is left with"),
    "twelfth": (
        "* Regnes for året; en tolvdel står i hver måned.",
        "* Counted by year; a twelfth stands in each month.",
    ),
    "yearly_wage": ("Årslønn", "Yearly wage"),
    "rate_before": ("Før", "Before"),
    "rate_after": ("Etter", "After"),
    "lost_at_once": ("Tapt med én gang", "Lost at once"),
    "turns_in": ("Det som gir utslag", "What turns"),
    "no_jump": ("Satsen er den samme på hele strekket.", "The rate is the same all the way."),
    "age": ("Alder", "Age"),
    "standing_duties": (
        "Plikter som gjelder uansett fakta, og hvorfor de ikke kan kjøres på en sak",
        "Duties that stand whatever the facts, and why they cannot be run on a case",
    ),
    "standing_duty": ("stående plikt", "standing duty"),
    "ages": ("alder", "ages"),
    "net_public": ("Offentlig sum", "Public sum"),
    "through": ("Gjennom", "Through"),
    "to_actor": ("til", "to"),
    "budget_years_only": ("i budsjettårene", "in the budget years"),
    "pays_now": ("Betaler", "Pays"),
    "gets_now": ("Får", "Gets"),
    "change_in_kroner": ("Endring", "Change"),
    "purse": ("Hvem", "Who"),
    "of_the_krone": ("Av kronen", "Of the krone"),
    "this_fylkeskommune_alone": ("Denne fylkeskommunen alene", "This county authority alone"),
    "all_fylker_alike": ("Alle fylkeskommuner likt", "All county authorities alike"),
    "one_more_to_fylke": (
        "Én innbygger til og én skattekrone til, kroner i året",
        "One more inhabitant and one more krone of tax, kroner a year",
    ),
    "not_read_why": ("Ikke lest", "Not read"),
    "account_not_read": (
        "Fylkeskommunens regnskap for året er ikke lest.",
        "The account of the county authority for the year was not read.",
    ),
    "after_equalisation": ("Kommunen etter utjevning", "The kommune after equalisation"),
    "kommune_keeps": ("Kommunen sitter igjen med", "The kommune keeps"),
    "total_of": ("Netto", "Net"),
    "posts_checked": (
        "Poster kontrollert mot publisert antall mottakere, millioner kroner",
        "Posts checked against published numbers of recipients, million kroner",
    ),
    "recipients_and_why": (
        "Mottakere, og hva avviket kommer av",
        "Recipients, and why it deviates",
    ),
    "state_posts": (
        "Postene i statsbudsjettet som strømmene står på, millioner kroner",
        "Posts of the state budget that the flows stand on, million kroner",
    ),
    "accounts_mnok": ("Regnskap", "Accounts"),
    "budget_mnok": ("Vedtatt", "Approved"),
    "by_rules_mnok": ("Etter reglene", "By the rules"),
    "headline": ("Kort sagt", "In short"),
    "must_happen": ("1 Hva må skje", "1 What must happen"),
    "budget_years": ("2 Budsjettårene", "2 The budget years"),
    "long_run": ("3 Det lange løpet", "3 The long run"),
    "the_person": ("4 Personen", "4 The person"),
    "person": ("person", "person"),
    "wrong_pocket": ("5 Feil lomme", "5 The wrong pocket"),
    "what_changed": ("6 Hva reformen endrer", "6 What the reform changes"),
    "rests_on": ("7 Hva svaret hviler på", "7 What the answer rests on"),
    "duty": ("Plikt", "Duty"),
    "holder": ("Hvem", "Who"),
    "section": ("Hjemmel", "Legal basis"),
    "kind": ("Art", "Kind"),
    "likely": ("Sannsynlighet", "Probability"),
    "course": ("Forløp", "Course"),
    "with_measure": ("med tiltak", "with the measure"),
    "lowest_balance": ("Laveste saldo", "Lowest balance"),
    "cashable_sum": ("Herav kan tas ut", "Of which cashable"),
    "account": ("Konto", "Account"),
    "cost": ("Koster", "Costs"),
    "gain_if_success": ("gevinst når det lykkes", "gain when it succeeds"),
    "gain_of_course": ("forskjellen mellom forløpene", "difference between the courses"),
    "break_even": ("Terskel", "Break-even"),
    "present_value": ("Nåverdi", "Present value"),
    "probability": ("Sjanse for gevinst", "Chance of gain"),
    "participation": ("Med den kjente effekten", "With the known effect"),
    "payback": ("Tjent inn i år", "Paid back in year"),
    "by": ("innen", "by"),
    "such_as": ("blant dem", "among them"),
    "none": ("ingen", "none"),
    "pays_nothing": ("betaler ikke", "pays nothing"),
    "loses": ("taper", "loses"),
    "never": ("over 100 %", "above 100%"),
    "yes": ("ja", "yes"),
    "no": ("nei", "no"),
    "low": ("lav", "low"),
    "low_link": (
        "Lav: å fullføre endrer ikke livet etterpå (Andresen og Løkken 2026 fant ingen effekt på "
        "inntekten ved 30). Ellers: den som fullfører, får livsløpet til dem som har fullført; det "
        "er en forskjell mellom grupper og en øvre grense, ikke en effekt.",
        "Low: completing doesn't change life afterwards (Andresen and Løkken 2026 found no effect "
        "on earnings at 30). Else: whoever completes gets the life course of those who have; a "
        "difference between groups and an upper limit, not an effect.",
    ),
    "measure_costs": ("Hva tiltaket tar", "What the measure takes"),
    "cashable_only": ("… av det som kan tas ut", "… of what can be cashed"),
    "reform_goal": ("Målet som reformen pålegger", "The goal that the reform imposes"),
    "unknown": ("ukjent", "unknown"),
    "not_measured": ("ikke målt", "not measured"),
    "public": ("Det offentlige i sum", "The public sum"),
    "society": ("Samfunnet", "Society"),
    "husstand": ("Husstanden", "The household"),
    "private": ("Arbeidsgiver og andre private", "Employer and other private"),
    "third_party": ("Ofre", "Victims"),
    "budget_holder": ("Budsjettansvarlig", "Budget-holder"),
    "service": ("Tjeneste", "Service"),
    "kommune": ("Kommunen", "The kommune"),
    "fylkeskommune": ("Fylkeskommunen", "The county authority"),
    "block_grant": ("Rammetilskuddet, holdt utenfor", "The block grant, kept apart"),
    "this_kommune_alone": ("Denne kommunen alene", "This kommune alone"),
    "all_alike": ("Alle kommuner likt", "All kommuner alike"),
    "after_next_budget": ("Etter neste budsjett", "After the next budget"),
    "amount": ("Beløp", "Amount"),
    "incidence": ("Hvem som betaler", "Incidence"),
    "behaviour": ("Atferd", "Behaviour"),
    "difference": ("Endring i alt", "Difference"),
    "line": ("Linje", "Line"),
    "indicator": ("Mål", "Indicator"),
    "right": ("rett", "right"),
    "must_offer": ("skal tilby", "must offer"),
    "must_ensure": ("skal sørge for", "must ensure"),
    "must_assess": ("skal vurdere", "must assess"),
    "cooperate": ("skal samarbeide", "must cooperate"),
    "may": ("kan", "may"),
    "effort": ("innsats", "effort"),
    "result": ("resultat", "result"),
    "new": ("ny", "new"),
    "own_goal": ("Den unges eget mål", "The young person's own goal"),
    "nobody_owes": ("Ingen plikt nevner dette målet.", "No duty names this goal."),
    "confidence": ("Kilder", "Sources"),
    "official": ("offisiell", "official"),
    "secondary": ("sekundær", "secondary"),
    "derived": ("utledet", "derived"),
    "assumed": ("antatt", "assumed"),
    "stale": ("Ført videre forbi siste kjente år", "Carried past the last known year"),
    "defaults": ("Opplysninger som ikke er gitt", "Facts left at their default"),
    "open_norms": ("Skjønn", "Open norms"),
    "moves_most": ("Svakeste tall som flytter mest", "Weakest values that move most"),
    "kommune_assumed": ("Antatt for kommunen", "Assumed for the kommune"),
    "uncoded": ("Bestemmelser som ikke er kodet", "Sections not encoded"),
    "unit": ("Enhet", "Unit"),
    "dated_values": ("Verdier", "Values"),
    "reads": ("Leser", "Reads"),
    "parameters": ("Satser", "Parameters"),
    "read_by": ("Leses av", "Read by"),
    "file": ("Fil", "File"),
    "rule": ("regel", "rule"),
    "input": ("opplysning", "input"),
    "parameter": ("sats", "parameter"),
    "flow": ("pengestrøm", "flow"),
    "actor": ("aktør", "actor"),
    "unit_cost": ("enhetskostnad", "unit cost"),
    "act": ("lov", "act"),
    "entity": ("Gjelder", "Entity"),
    "period": ("Periode", "Period"),
    "type": ("Type", "Type"),
    "reason": ("Grunn", "Reason"),
    "default": ("Når ikke oppgitt", "Default"),
    "values": ("Mulige verdier", "Possible values"),
    "open_norm": ("Skjønn", "Open norm"),
    "decides": ("Avgjør", "Decides"),
    "formulas_from": ("Endret fra", "Changed from"),
    "last_checked": ("Sist kontrollert", "Last checked"),
    "last_value_still_valid_on": ("Siste verdi gjelder fortsatt", "Last value still valid on"),
    "payer": ("Betaler", "Payer"),
    "payee": ("Mottaker", "Payee"),
    "budget": ("Budsjettlinje", "Budget line"),
    "cashable": ("Kan tas ut", "Cashable"),
    "lag_years": ("Etterslep, år", "Lag, years"),
    "from": ("Fra", "From"),
    "to": ("Til", "To"),
    "trigger": ("Utløses av", "Trigger"),
    "delivers": ("Gir", "Delivers"),
    "owes": ("Skylder", "Owes"),
    "formulation": ("Formulering", "Formulation"),
    "individual_right": ("Individuell rett", "Individual right"),
    "appeal": ("Klageorgan", "Appeal"),
    "supervisor": ("Tilsyn", "Supervisor"),
    "deadline": ("Frist", "Deadline"),
    "finance": ("Betales av", "Financed by"),
    "level": ("Nivå", "Level"),
    "appropriation": ("Bevilgning", "Appropriation"),
    "pays": ("Betaler", "Pays"),
    "receives": ("Mottar", "Receives"),
    "rules": ("Regler", "Rules"),
    "value": ("Verdi", "Value"),
    "fees": ("Egenbetaling", "Fees"),
    "employer_tax": ("Arbeidsgiveravgift", "Employer's contribution"),
    "pension": ("Pensjon", "Pension"),
    "overhead": ("Felleskostnader", "Overhead"),
    "vat": ("Merverdiavgift", "VAT"),
    "price_year": ("Prisår", "Price year"),
    "in_force": ("I kraft", "In force"),
    "wording": ("Foreslått ordlyd", "Proposed wording"),
    "learning": ("Slik lærer reformen", "How the reform learns"),
    "transfer": ("overføring", "transfer"),
    "tax": ("skatt", "tax"),
    "fee": ("gebyr", "fee"),
    "wage": ("lønn", "wage"),
    "service_cost": ("tjenestekostnad", "service cost"),
    "production": ("verdiskaping", "production"),
    "victim_cost": ("kostnad for ofre", "victim cost"),
    "now": ("straks", "now"),
    "lag": ("med etterslep", "with a lag"),
    "not": ("ikke", "not"),
    "month": ("måned", "month"),
    "year": ("år", "year"),
    "eternity": ("fast", "fixed"),
    "float": ("tall", "number"),
    "int": ("heltall", "whole number"),
    "bool": ("ja eller nei", "yes or no"),
    "Enum": ("ett av flere", "one of several"),
    "true": ("ja", "yes"),
    "false": ("nei", "no"),
    "rule_bound": ("regelstyrt", "rule-bound"),
    "capped": ("rammestyrt", "capped"),
    "state": ("stat", "state"),
    "household": ("husstand", "household"),
    "resources": ("reelle ressurser", "real resources"),
    "included": ("medregnet", "included"),
    "excluded": ("ikke medregnet", "excluded"),
    "gross": ("brutto", "gross"),
    "net": ("netto", "net"),
    "TASK": ("oppgave", "task"),
    "EFFECT": ("effekt", "effect"),
    "MIXED": ("begge", "mixed"),
    "required": ("kreves", "required"),
    "practice": ("brukt / strengest / vanlig / romsligst", "used / least / usual / most"),
    "inhabitants": ("innbyggere 1. juli året før", "inhabitants on 1 July the year before"),
    "per_head": ("Per hode", "Per head"),
    "not_read": ("ikke lest", "not read"),
    "one_unit_more": (
        "Én til av hvert kriterium, og én skattekrone til, kroner i året",
        "One more of each criterion, and one more krone of tax, kroner a year",
    ),
    "against_published": ("Mot det som er publisert", "Against what is published"),
    "computed": ("Regnet", "Computed"),
    "published": ("Publisert", "Published"),
    "deviation": ("Avvik", "Deviation"),
    "deviation_why": (
        "Trekket for elever i statlige og private skoler er regnet tilbake fra den publiserte "
        "utgiftsutjevningen i 2025; rammetilskuddet mangler linjene som ikke er lest.",
        "The deduction for pupils in state and private schools is computed backwards from the "
        "published expenditure equalisation of 2025; the grant lacks the lines not read.",
    ),
    "pools": (
        "Kriterier uten antall: hva de deler ut i landet",
        "Criteria without a count: what they share out in the nation",
    ),
    "criterion": ("Kriterium", "Criterion"),
    "weight": ("Vekt", "Weight"),
    "tax_of_year": ("Skatten er den fra", "The tax is that of"),
    "all_kommuner": (
        "Alle kommuner, med landets egne størrelser",
        "All kommuner, with the nation's own quantities",
    ),
    "sum_of_all": ("Sum over kommunene", "Sum over the kommuner"),
    "expenditure_equalisation": ("Utgiftsutjevning", "Expenditure equalisation"),
    "income_equalisation": ("Inntektsutjevning", "Income equalisation"),
    "own_quantity": ("Egen størrelse", "Own quantity"),
    "average_tax": ("Skatt per innbygger", "Tax per head"),
    "deduction": ("Trekk per innbygger", "Deduction per head"),
    "compensation": ("Kompensasjon i rammene", "Compensation in the frames"),
}

_SPACE = "\u00a0"
_MINUS = "\u2212"


def word(name: str, lang: str) -> str:
    """A word of the output; an unknown name is returned as it is."""
    pair = _WORDS.get(name)
    return name if pair is None else pair[LANGUAGES.index(lang)]


def words() -> dict[str, tuple[str, str]]:
    """Every word of the output in both languages, for the check of labels."""
    return dict(_WORDS)


def kroner(value: float, lang: str) -> str:
    """Whole kroner: 1 234 567 in bokmål, 1,234,567 in English; a true minus sign."""
    whole = round(value)
    text = f"{abs(whole):,}"
    if lang == "nb":
        text = text.replace(",", _SPACE)
    return f"{_MINUS}{text}" if whole < 0 else text


def share(value: float | None, lang: str) -> str:
    """A share in per cent with one decimal; None is the word for none."""
    if value is None:
        return word("none", lang)
    text = f"{round(100 * value, 1) + 0.0:.1f}".replace("-", _MINUS)
    return f"{text.replace('.', ',')}{_SPACE}%" if lang == "nb" else f"{text}%"


def points(value: float, lang: str) -> str:
    """The size of a difference of shares, in percentage points."""
    text = f"{abs(100 * value):.1f}"
    return f"{text.replace('.', ',')} prosentpoeng" if lang == "nb" else f"{text} percentage points"


def decimal(value: float | None, lang: str) -> str:
    """Two decimals; a dash for nothing."""
    if value is None:
        return "–"
    text = f"{round(value, 2) + 0.0:.2f}".replace("-", _MINUS)
    return text.replace(".", ",") if lang == "nb" else text

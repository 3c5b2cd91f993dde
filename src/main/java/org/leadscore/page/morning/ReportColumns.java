package org.leadscore.page.morning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadscore.lead.ShownText;
import org.leadscore.lead.Text;
import org.leadscore.page.Term;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.next.Accounts;
import org.leadscore.score.point.RankedLead;

/**
 * The parts of a lead's card by the report columns that hold them. A column is told by its name, in the languages of the page;
 * one that is not known stands among the other facts. Text is shown without characters that a browser would obey.
 */
final class ReportColumns {

    private static final Set<String> NAME = Set.of(
            "name",
            "fullname",
            "leadname",
            "contactname",
            "contact",
            "nombrecompleto",
            "numecomplet",
            "nombreyapellidos");
    private static final Set<String> FIRST_NAME =
            Set.of("firstname", "givenname", "fname", "forename", "nombre", "vorname", "prenume", "prenom");
    private static final Set<String> LAST_NAME =
            Set.of("lastname", "surname", "familyname", "lname", "apellidos", "apellido", "nachname", "nume", "nom");
    private static final Set<String> COMPANY = Set.of(
            "company",
            "companyname",
            "account",
            "accountname",
            "organization",
            "organisation",
            "organizationname",
            "firm",
            "empresa",
            "firma",
            "unternehmen",
            "companie",
            "societe");
    private static final Set<String> TITLE = Set.of(
            "title",
            "jobtitle",
            "role",
            "position",
            "jobrole",
            "function",
            "cargo",
            "puesto",
            "rolle",
            "funktion",
            "functie",
            "poste");
    private static final Set<String> REGION = Set.of(
            "country",
            "countrycode",
            "region",
            "state",
            "city",
            "pais",
            "land",
            "tara",
            "pays",
            "ciudad",
            "ort",
            "stadt");
    private static final Set<String> PHONE = Set.of(
            "phone",
            "phonenumber",
            "telephone",
            "tel",
            "mobile",
            "mobilephone",
            "mobilenumber",
            "cell",
            "workphone",
            "telefono",
            "movil",
            "telefon",
            "telefonnummer",
            "handy",
            "mobil");
    private static final Set<String> MAIL =
            Set.of("email", "emailaddress", "mail", "correo", "correoelectronico", "emailadresse", "workemail");

    private final List<Field> columns;
    private final List<Integer> first;
    private final List<Integer> last;
    private final List<Integer> whole;
    private final List<Integer> company;
    private final List<Integer> title;
    private final List<Integer> region;
    private final List<Integer> phone;
    private final List<Integer> mail;
    private final List<Integer> others = new ArrayList<>();

    /** Tells the report columns of these rules apart. */
    ReportColumns(RuleSet rules) {
        columns = rules.reportColumns();
        whole = named(NAME);
        first = named(FIRST_NAME);
        last = named(LAST_NAME);
        Accounts accounts = rules.followUp().accounts();
        Field by = accounts != null && accounts.by() instanceof Accounts.By.Column of ? of.field() : null;
        List<Integer> ofAccount = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (by != null && columns.get(i).sameAs(by)) {
                ofAccount.add(i);
            }
        }
        company = ofAccount.isEmpty() ? named(COMPANY) : ofAccount;
        title = named(TITLE);
        region = named(REGION);
        phone = named(PHONE);
        mail = named(MAIL);
        List<List<Integer>> known = List.of(whole, first, last, company, title, region, phone, mail);
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            if (known.stream().noneMatch(list -> list.contains(column))) {
                others.add(column);
            }
        }
    }

    boolean hasCompany() {
        return !company.isEmpty() || !region.isEmpty();
    }

    boolean hasPhone() {
        return !phone.isEmpty();
    }

    /** The name of a lead; empty for one without. */
    String name(RankedLead lead) {
        String full = first(whole, lead);
        return full.isEmpty() ? (first(first, lead) + " " + first(last, lead)).strip() : full;
    }

    String company(RankedLead lead) {
        return first(company, lead);
    }

    String title(RankedLead lead) {
        return first(title, lead);
    }

    String region(RankedLead lead) {
        return first(region, lead);
    }

    String phone(RankedLead lead) {
        return first(phone, lead);
    }

    /** The mail address: that of a column, or the id if it is one; empty otherwise. */
    String mail(RankedLead lead) {
        String written = first(mail, lead);
        String id = ShownText.onOneLine(lead.lead());
        return written.isEmpty() && Addresses.isMail(id) ? id : written;
    }

    /** The filled columns that have no place of their own, with their values. */
    List<Term> others(RankedLead lead) {
        return others.stream()
                .map(i -> new Term(
                        ShownText.onOneLine(columns.get(i).name()),
                        ShownText.onOneLine(lead.fields().get(i).toString())))
                .filter(term -> !Text.isBlank(term.meaning()))
                .toList();
    }

    private List<Integer> named(Set<String> names) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (names.contains(folded(columns.get(i).name()))) {
                found.add(i);
            }
        }
        return found;
    }

    private static String folded(String name) {
        String plain = Normalizer.normalize(Text.fold(name), Normalizer.Form.NFD);
        return plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String first(List<Integer> of, RankedLead lead) {
        for (int column : of) {
            String value = lead.fields().get(column).toString();
            if (!Text.isBlank(value)) {
                return ShownText.onOneLine(Text.strip(value));
            }
        }
        return "";
    }
}

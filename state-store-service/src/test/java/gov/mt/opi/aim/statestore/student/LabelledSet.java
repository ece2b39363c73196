package gov.mt.opi.aim.statestore.student;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Made-up children whom the state knows, and lines about them and about others, each with the truth beside it: typing errors,
 * nicknames, swapped dates, hyphenated and changed names, twins, real namesakes. The same seed makes the same set.
 */
final class LabelledSet {

    private static final String[] LAST = {
        "Anderson",
        "Baker",
        "Big Man",
        "Black Eagle",
        "Bradley",
        "Carter",
        "Christensen",
        "Clark",
        "Cooper",
        "Crow",
        "Davis",
        "De La Cruz",
        "Erickson",
        "Evans",
        "Fisher",
        "Foster",
        "Garcia",
        "Graham",
        "Gray Wolf",
        "Hansen",
        "Harrison",
        "Henderson",
        "Hernandez",
        "Hughes",
        "Jackson",
        "Jenkins",
        "Johnson",
        "Jorgensen",
        "Kelly",
        "Keller",
        "Larson",
        "Lewis",
        "Little Bear",
        "Lopez",
        "MacDonald",
        "Martin",
        "Martinez",
        "Meyer",
        "Miller",
        "Mitchell",
        "Morgan",
        "Murphy",
        "Nelson",
        "Nguyen",
        "O'Brien",
        "O'Connor",
        "Olsen",
        "Parker",
        "Patterson",
        "Perez",
        "Peterson",
        "Phillips",
        "Plenty Hawk",
        "Price",
        "Ramirez",
        "Reynolds",
        "Richardson",
        "Robinson",
        "Rodriguez",
        "Schmidt",
        "Scott",
        "Simmons",
        "Smith",
        "Snyder",
        "Sorensen",
        "St. John",
        "Stewart",
        "Sullivan",
        "Swan",
        "Taylor",
        "Thompson",
        "Two Bulls",
        "Vandenberg",
        "Wagner",
        "Walker",
        "Washington",
        "Weber",
        "White",
        "Williams",
        "Wilson",
        "Wood",
        "Yellowtail",
        "Young",
        "Zimmerman"
    };

    private static final String[] BOYS = {
        "Alexander",
        "Andrew",
        "Anthony",
        "Benjamin",
        "Brandon",
        "Caleb",
        "Charles",
        "Christopher",
        "Cody",
        "Daniel",
        "David",
        "Dylan",
        "Edward",
        "Ethan",
        "Gabriel",
        "Henry",
        "Isaac",
        "Jacob",
        "James",
        "Jayden",
        "Jeremiah",
        "John",
        "Jonathan",
        "Joseph",
        "Joshua",
        "Kyle",
        "Logan",
        "Lucas",
        "Matthew",
        "Michael",
        "Nathan",
        "Nicholas",
        "Noah",
        "Patrick",
        "Richard",
        "Robert",
        "Ryan",
        "Samuel",
        "Steven",
        "Theodore",
        "Thomas",
        "Timothy",
        "Tyler",
        "Wesley",
        "William",
        "Zachary"
    };

    private static final String[] GIRLS = {
        "Abigail", "Alexandra", "Allison", "Amanda", "Angela", "Ashley", "Bethany", "Caitlin", "Catherine", "Charlotte",
        "Christina", "Danielle", "Deborah", "Elizabeth", "Emily", "Emma", "Gabrielle", "Grace", "Hannah", "Isabella",
        "Jacqueline", "Jennifer", "Jessica", "Katherine", "Kimberly", "Lauren", "Lillian", "Madeline", "Madison",
                "Margaret",
        "Megan", "Melissa", "Michelle", "Morgan", "Natalie", "Nicole", "Olivia", "Patricia", "Rachel", "Rebecca",
        "Samantha", "Sarah", "Sophia", "Stephanie", "Susan", "Taylor", "Theresa", "Victoria"
    };

    private static final String[] SIMILAR_TWINS = {"Jayden", "Jaylen", "Hailey", "Haylee", "Brayden", "Brandon"};

    /** A child as it really is, or as a district writes it. */
    record Person(
            String stateId,
            String district,
            String localId,
            String last,
            String first,
            String middle,
            String suffix,
            String gender,
            LocalDate birthDate) {

        Person named(String newLast, String newFirst, String newMiddle) {
            return new Person(stateId, district, localId, newLast, newFirst, newMiddle, suffix, gender, birthDate);
        }

        Person born(LocalDate date) {
            return new Person(stateId, district, localId, last, first, middle, suffix, gender, date);
        }

        Person gender(String other) {
            return new Person(stateId, district, localId, last, first, middle, suffix, other, birthDate);
        }

        Person in(String newDistrict, String newLocalId) {
            return new Person(stateId, newDistrict, newLocalId, last, first, middle, suffix, gender, birthDate);
        }
    }

    /**
     * A line with the truth beside it.
     *
     * @param category what was done to the child
     * @param sent the child as the district writes it
     * @param givenStateId the State ID in the line; empty when blank
     * @param truth the State ID of the child; empty for a child whom the state does not know
     */
    record Labelled(String category, Person sent, String givenStateId, String truth) {}

    final List<Person> known = new ArrayList<>();
    final List<Labelled> lines = new ArrayList<>();

    private final Random random;
    private int number = 400_000_000;

    LabelledSet(long seed, int size) {
        this.random = new Random(seed);
        for (int i = 0; i < size; i++) {
            known.add(child(district()));
        }
        int each = size / 60;
        sameChild(each);
        sameDistrict(each);
        otherChildren(each);
    }

    private void sameChild(int each) {
        moved("exactly the same", each * 20, UnaryOperator.identity());
        moved("case, accents, punctuation", each, this::writtenOtherwise);
        moved("middle name left out", each, person -> person.named(person.last(), person.first(), ""));
        moved(
                "middle initial only",
                each,
                person -> person.named(
                        person.last(),
                        person.first(),
                        person.middle().isEmpty() ? "" : person.middle().substring(0, 1)));
        moved(
                "typing error in last name",
                each,
                person -> person.named(typo(person.last()), person.first(), person.middle()));
        moved(
                "typing error in first name",
                each,
                person -> person.named(person.last(), typo(person.first()), person.middle()));
        moved("nickname", each, person -> person.named(person.last(), nickname(person.first()), person.middle()));
        moved(
                "first and middle name swapped",
                each,
                person -> person.middle().isEmpty()
                        ? person
                        : person.named(person.last(), person.middle(), person.first()));
        moved("day and month swapped", each, person -> BirthDates.swapped(person.birthDate())
                .map(person::born)
                .orElse(person));
        moved("wrong day", each, person -> person.born(person.birthDate().withDayOfMonth(1 + random.nextInt(28))));
        moved("wrong year", each, person -> person.born(person.birthDate().plusYears(random.nextBoolean() ? 1 : -1)));
        moved(
                "hyphenated last name",
                each,
                person -> person.named(person.last() + "-" + pick(LAST), person.first(), person.middle()));
        moved("another last name", each, person -> person.named(pick(LAST), person.first(), person.middle()));
        moved("wrong gender", each, person -> person.gender(person.gender().equals("M") ? "F" : "M"));
        moved("nickname and wrong day", each, person -> person.named(
                        person.last(), nickname(person.first()), person.middle())
                .born(person.birthDate().withDayOfMonth(1 + random.nextInt(28))));
    }

    private void sameDistrict(int each) {
        for (Person person : some(each)) {
            lines.add(new Labelled(
                    "same Local ID, another last name",
                    person.named(pick(LAST), person.first(), person.middle()),
                    "",
                    person.stateId()));
        }
        for (Person person : some(each)) {
            lines.add(new Labelled(
                    "same Local ID, typing error",
                    person.named(person.last(), typo(person.first()), person.middle()),
                    "",
                    person.stateId()));
        }
        for (Person person : some(each)) {
            lines.add(new Labelled(
                    "State ID given, another last name",
                    person.named(pick(LAST), person.first(), person.middle()).in(district(), localId()),
                    person.stateId(),
                    person.stateId()));
        }
        for (Person person : some(each)) {
            Person other = child(district());
            lines.add(new Labelled("State ID of another child given", other, person.stateId(), ""));
        }
        for (Person person : some(each)) {
            Person other = child(person.district());
            lines.add(new Labelled(
                    "Local ID used again for another child", other.in(person.district(), person.localId()), "", ""));
        }
    }

    private void otherChildren(int each) {
        others("new child", each * 10, (person, district) -> child(district));
        others("twin of a known child", each, (person, district) -> {
            String gender = random.nextBoolean() ? "M" : "F";
            String first = unlike(person.first(), gender);
            return person.named(person.last(), first, middle()).gender(gender).in(person.district(), localId());
        });
        for (int i = 0; i < each; i++) {
            int pair = 2 * random.nextInt(SIMILAR_TWINS.length / 2);
            Person one = child(district()).named(pick(LAST), SIMILAR_TWINS[pair], middle());
            known.add(one);
            lines.add(new Labelled(
                    "twin of a similar name",
                    one.named(one.last(), SIMILAR_TWINS[pair + 1], middle()).in(one.district(), localId()),
                    "",
                    ""));
        }
        others("brother or sister", each, (person, district) -> child(district)
                .named(person.last(), unlike(person.first(), "F"), middle())
                .gender("F")
                .born(person.birthDate().plusDays(400 + random.nextInt(900))));
        others("namesake born another day", each, (person, district) -> person.born(
                        person.birthDate().plusDays(40 + random.nextInt(300)))
                .named(person.last(), person.first(), middle())
                .in(district, localId()));
        others("namesake born a day later", each, (person, district) -> person.born(
                        person.birthDate().plusDays(1))
                .named(person.last(), person.first(), otherMiddle(person.middle()))
                .in(district, localId()));
        for (Person person : some(each)) {
            if (!person.middle().isEmpty()) {
                lines.add(new Labelled(
                        "namesake of the same day, another middle name",
                        person.named(person.last(), person.first(), otherMiddle(person.middle()))
                                .in(district(), localId()),
                        "",
                        ""));
            }
        }
        for (Person person : some(each)) {
            lines.add(new Labelled(
                    "namesake of the same day in the district",
                    person.named(person.last(), person.first(), "").in(person.district(), localId()),
                    "",
                    ""));
        }
    }

    /** A known child appears in another district, written somehow. */
    private void moved(String category, int count, UnaryOperator<Person> written) {
        for (Person person : some(count)) {
            Person sent = written.apply(person).in(otherDistrict(person), localId());
            boolean changed = !sent.last().equals(person.last())
                    || !sent.first().equals(person.first())
                    || !sent.birthDate().equals(person.birthDate())
                    || !sent.gender().equals(person.gender())
                    || !sent.middle().equals(person.middle());
            if (changed || category.equals("exactly the same")) {
                lines.add(new Labelled(category, sent, "", person.stateId()));
            }
        }
    }

    private void others(String category, int count, BiFunction<Person, String, Person> made) {
        for (Person person : some(count)) {
            lines.add(new Labelled(category, made.apply(person, district()), "", ""));
        }
    }

    private Person child(String district) {
        boolean boy = random.nextBoolean();
        return new Person(
                String.valueOf(number++),
                district,
                localId(),
                pick(LAST),
                pick(boy ? BOYS : GIRLS),
                middle(),
                "",
                boy ? "M" : "F",
                LocalDate.of(1988, 9, 1).plusDays(random.nextInt(13 * 365)));
    }

    /** Every child is used once: two lines about one child would tell of each other. */
    private List<Person> some(int count) {
        List<Person> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(known.get(next++));
        }
        return chosen;
    }

    private int next;

    private String middle() {
        return random.nextInt(10) < 3 ? "" : pick(random.nextBoolean() ? BOYS : GIRLS);
    }

    private String otherMiddle(String middle) {
        String other = pick(BOYS);
        while (!middle.isEmpty() && other.charAt(0) == middle.charAt(0)) {
            other = pick(BOYS);
        }
        return other;
    }

    private String unlike(String first, String gender) {
        String other = pick(gender.equals("M") ? BOYS : GIRLS);
        while (other.equals(first) || Nicknames.related(NormalForm.name(other), NormalForm.name(first))) {
            other = pick(gender.equals("M") ? BOYS : GIRLS);
        }
        return other;
    }

    private String nickname(String first) {
        List<String> names =
                Nicknames.of(NormalForm.name(first)).stream().sorted().toList();
        if (names.isEmpty()) {
            return first.substring(0, Math.max(3, first.length() - 2));
        }
        String name = names.get(random.nextInt(names.size()));
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private String writtenOtherwise(Person person, int how) {
        return switch (how) {
            case 0 -> person.last().toUpperCase(java.util.Locale.ROOT);
            case 1 -> person.last().replace("'", "").replace(".", "").replace(" ", "-");
            default -> person.last().replace('o', 'ó').replace('e', 'é');
        };
    }

    private Person writtenOtherwise(Person person) {
        return person.named(writtenOtherwise(person, random.nextInt(3)), person.first(), person.middle());
    }

    private String typo(String name) {
        int at = 1 + random.nextInt(name.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            case 2 -> name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
            default ->
                at + 1 < name.length()
                        ? name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2)
                        : name + "s";
        };
    }

    private String district() {
        return String.valueOf(100 + random.nextInt(60));
    }

    private String otherDistrict(Person person) {
        String district = district();
        while (district.equals(person.district())) {
            district = district();
        }
        return district;
    }

    private String localId() {
        return "L" + number++;
    }

    private String pick(String[] names) {
        return names[random.nextInt(names.length)];
    }
}

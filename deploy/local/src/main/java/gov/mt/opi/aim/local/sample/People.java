package gov.mt.opi.aim.local.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Made-up children, the same ones for the same seed. No two of the first two thousand have both names in common, so none
 * is taken for another by chance. The names are none that a program would write into its log for a reason of its own.
 */
public final class People {

    private static final LocalDate FIVE_BY_SEPTEMBER = LocalDate.of(2001, 9, 10);
    private static final List<String> GIRLS = List.of(
            "Abigail",
            "Beatriz",
            "Charlotte",
            "Delphine",
            "Eleanor",
            "Francesca",
            "Guadalupe",
            "Hannah",
            "Imogen",
            "Josephine",
            "Katherine",
            "Lourdes",
            "Magdalena",
            "Nadezhda",
            "Octavia",
            "Philippa",
            "Rosalind",
            "Saoirse",
            "Tabitha",
            "Ursula",
            "Veronica",
            "Winona",
            "Xiomara",
            "Yolanda",
            "Zsófia");
    private static final List<String> BOYS = List.of(
            "Ambrose",
            "Bartholomew",
            "Cornelius",
            "Dashiell",
            "Ezekiel",
            "Fitzgerald",
            "Gulliver",
            "Horatio",
            "Ignacio",
            "Jedediah",
            "Kristoffer",
            "Leopold",
            "Maximilian",
            "Nathaniel",
            "Obadiah",
            "Percival",
            "Quentin",
            "Reginald",
            "Sylvester",
            "Thaddeus",
            "Ulysses",
            "Valentino",
            "Wolfgang",
            "Yevgeny",
            "Zebulon");
    private static final List<String> FAMILIES = List.of(
            "Aldrete",
            "Bearchild",
            "Bjornstad",
            "Calfrobe",
            "Castañeda",
            "Dahlquist",
            "Engebretson",
            "Fiddler-Crowe",
            "Fjelstad",
            "Gunderson",
            "Hagenbarth",
            "Iverson",
            "Jurgensen",
            "Kjelstrup",
            "Kuzmenko",
            "LaFromboise",
            "Lindqvist",
            "MacGillivray",
            "Makepeace",
            "Nordahl",
            "Nygaard",
            "O'Shaughnessy",
            "Oestreich",
            "Pretty On Top",
            "Quesenberry",
            "Rasmussen",
            "Runs Through",
            "Schwindt",
            "Skogerboe",
            "Spottedwolf",
            "Steinmetz",
            "Takahashi",
            "Thorvaldson",
            "Tvedt",
            "Urquhart",
            "Van Oosten",
            "Vukovich",
            "Weasel Tail",
            "Wojciechowski",
            "Ybarra",
            "Yellowkidney",
            "Zimmerschied");
    private static final List<String> MIDDLE = List.of("", "", "", "Jean", "Lynn", "Ray", "Dale", "Marie", "Allen");
    private static final List<String> RACES = List.of("01", "01", "02", "03", "04", "05", "05", "05", "05", "05", "06");

    private final Random random;
    private final List<String[]> names = new ArrayList<>();
    private int drawn;
    private final Set<String> issued = new HashSet<>();

    public People(long seed) {
        this.random = new Random(seed);
        for (String family : FAMILIES) {
            GIRLS.forEach(first -> names.add(new String[] {family, first, "F"}));
            BOYS.forEach(first -> names.add(new String[] {family, first, "M"}));
        }
        Collections.shuffle(names, random);
    }

    /**
     * The next child, at the age of its grade in the fall of 2006.
     *
     * @param gradesAfterKindergarten 0 for kindergarten, -1 before it
     * @param bringsStateId true for a child with a State ID that was issued before AIM
     */
    public Student next(String localId, int gradesAfterKindergarten, boolean bringsStateId) {
        String[] name = names.get(drawn++ % names.size());
        LocalDate born = FIVE_BY_SEPTEMBER.minusYears(gradesAfterKindergarten).minusDays(random.nextInt(365));
        return new Student(
                localId, bringsStateId ? stateId() : "", name[0], name[1], pick(MIDDLE), name[2], born, pick(RACES));
    }

    /** True about as often as asked. */
    boolean chance(double portion) {
        return random.nextDouble() < portion;
    }

    private String stateId() {
        String id;
        do {
            id = String.valueOf(100_000_000 + random.nextInt(900_000_000));
        } while (!issued.add(id));
        return id;
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}

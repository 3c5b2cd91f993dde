package org.leadscore.page.chart;

import java.util.List;

/** The look of a mark by its meaning. The style sheet of the page gives each look its colour, light, dark and printed. */
public enum Look {
    /** The highest bucket; those below it follow, from warm colours to cold ones. */
    HOT("hot"),
    AMBER("amber"),
    WARM("warm"),
    MILD("mild"),
    COOL("cool"),
    COLD("cold"),
    FIT("fit"),
    ENGAGEMENT("eng"),
    /** Points that were taken, and what holds points back. */
    AGAINST("neg"),
    GREY("grey"),
    ACCENT("accent"),
    /** The best, the second and the third part of a whole of one colour, and all further ones. */
    PART_1("a0"),
    PART_2("a1"),
    PART_3("a2"),
    PART_4("a3"),
    TRACK("trk"),
    GRID("g"),
    AXIS("ax"),
    DASH("dash"),
    TICK("tick"),
    LIMIT("th"),
    LINK("mv"),
    /** A line that only leads the eye. */
    FAINT("lk"),
    /** Lines, dots and whiskers of what is new, and of what it is compared with. */
    LINE_NEW("l-new"),
    LINE_OLD("l-old"),
    DOT_NEW("c-new"),
    DOT_OLD("c-old"),
    DOT_OPEN("c-open"),
    WHISKER_NEW("w-new"),
    WHISKER_OLD("w-old"),
    /** Shades of a grid, from few to many. */
    HEAT_0("q0"),
    HEAT_1("q1"),
    HEAT_2("q2"),
    HEAT_3("q3"),
    HEAT_4("q4"),
    HEAT_5("q5"),
    /** Text: muted, plain, bold, small, and on the light and dark shades of a grid. */
    TEXT(""),
    TEXT_INK("k"),
    TEXT_BOLD("b"),
    TEXT_SMALL("s"),
    TEXT_NEW("t-new"),
    TEXT_OLD("t-old"),
    TEXT_ON_LIGHT("b qi"),
    TEXT_ON_DARK("b qj"),
    SMALL_ON_LIGHT("s qi"),
    SMALL_ON_DARK("s qj");

    private static final List<Look> HEAT = List.of(HEAT_0, HEAT_1, HEAT_2, HEAT_3, HEAT_4, HEAT_5);
    private static final List<Look> PARTS = List.of(PART_1, PART_2, PART_3, PART_4);

    /** The looks of buckets by how many there are, the highest first. */
    private static final List<List<Look>> BUCKETS = List.of(
            List.of(HOT),
            List.of(HOT, COLD),
            List.of(HOT, WARM, COLD),
            List.of(HOT, WARM, COOL, COLD),
            List.of(HOT, WARM, MILD, COOL, COLD),
            List.of(HOT, AMBER, WARM, MILD, COOL, COLD));

    private final String css;

    Look(String css) {
        this.css = css;
    }

    /** The classes of the style sheet. */
    public String css() {
        return css;
    }

    /**
     * The look of a bucket.
     *
     * @param bucket from 0 for the highest; that of no bucket is {@code buckets}
     */
    public static Look ofBucket(int bucket, int buckets) {
        if (bucket >= buckets || buckets == 0) {
            return COLD;
        }
        List<Look> looks = BUCKETS.get(Math.min(buckets, BUCKETS.size()) - 1);
        return buckets <= looks.size() || bucket == 0
                ? looks.get(bucket)
                : looks.get((int) Math.round((double) bucket * (looks.size() - 1) / (buckets - 1)));
    }

    /** The shade of a count, by its square root, so that small counts differ; the most has the darkest. */
    static Look heat(long count, long most) {
        int shade = most == 0 ? 0 : (int) Math.floor(HEAT.size() * Math.sqrt((double) count / most));
        return HEAT.get(Math.min(shade, HEAT.size() - 1));
    }

    /** The look of a part, from 0. */
    static Look part(int index) {
        return PARTS.get(Math.min(index, PARTS.size() - 1));
    }
}

package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page is, without a browser. */
class PageTest {
    private static final int LARGEST_BYTES = 2 * 1024 * 1024;
    private static final Map<String, String> PAGES = Pages.all();
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Set<String> OPEN_ENDED = Set.of("meta", "link", "br", "hr");

    static Stream<Arguments> pages() {
        return PAGES.entrySet().stream().map(page -> Arguments.of(page.getKey(), page.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageIsAtMostTwoMegabytes(String name, String page) {
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(LARGEST_BYTES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageAsksNobodyForAnything(String name, String page) {
        assertThat(page)
                .doesNotContain("<script", "<iframe", "<img", "<object", "<embed", "<form", "<base", "@import", "url(");
        assertThat(attributes(page))
                .noneMatch(attribute -> attribute.startsWith("on"))
                .doesNotContain("src", "srcset", "action", "formaction", "xlink:href", "ping", "xmlns");
        assertThat(matches("href=\"([^\"]*)\"", page))
                .allMatch(target -> target.startsWith("#") || target.startsWith("data:"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyElementIsClosedWhereItShould(String name, String page) {
        Deque<String> open = new ArrayDeque<>();
        String body = page.substring(page.indexOf("<html"));
        Matcher tag = TAG.matcher(body.replaceAll("(?s)<style>.*?</style>", ""));
        while (tag.find()) {
            if (tag.group(1).equals("/")) {
                assertThat(open.pop()).as("closed by %s", tag.group()).isEqualTo(tag.group(2));
            } else if (!tag.group(3).endsWith("/") && !OPEN_ENDED.contains(tag.group(2))) {
                open.push(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void idsAreUniqueAndLinksLeadSomewhere(String name, String page) {
        List<String> ids = matches(" id=\"([^\"]*)\"", page);

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(matches("href=\"#([^\"]*)\"", page)).isSubsetOf(ids);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPictureSaysWhatItShows(String name, String page) {
        assertThat(matches("(<svg[^>]*>.{7})", page))
                .allMatch(svg -> svg.contains("role=\"img\"") && svg.endsWith("<title>"));
        assertThat(matches("<figure>(.*?)</figure>", page))
                .allMatch(figure -> figure.contains("figcaption") || figure.contains("<h3>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void coloursAreThePagesVariables(String name, String page) {
        String drawings = String.join("", matches("<svg(.*?)</svg>", page));

        assertThat(drawings).doesNotContainPattern("(fill|stroke)(=|:)\"?(#|rgb)");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void nothingIsSaidThatIsNotKnown(String name, String page) {
        assertThat(text(page)).doesNotContain("NaN", "Infinity", "null");
        assertThat(String.join("", matches("<svg(.*?)</svg>", page))).doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void namesNeverBecomeMarkup() {
        assertThat(page("hostile"))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .doesNotContain("<script", "alert('x')", "\u001b", "\u0007", "\u202e");
    }

    @Test
    void thePageHoldsItsResults() {
        String base64 = matches("download=\"results.json\"", page("v1")).isEmpty()
                ? ""
                : matches("data:application/json;base64,([^\"]*)\"", page("v1")).get(0);

        assertThat(java.util.Base64.getDecoder().decode(base64)).isEqualTo(ResultsJson.write(Samples.v1()));
    }

    @Test
    void largeResultsStayInTheirOwnFile() {
        String page = Pages.page(Samples.many(300));

        assertThat(page).contains("the file results.json beside this page");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(LARGEST_BYTES);
    }

    @Test
    void theFirstScreenAnswers() {
        String page = text(page("v1"));

        assertThat(page)
                .contains("Homelab v1 · predicted for the next five years · 22 November 2026")
                .contains("Five of nine services will keep their goals")
                .contains("Down means: a person who wants the service cannot use it.")
                .contains("Biggest cause The one switch 25 % of all downtime")
                .contains("Cheapest worry to remove Move dns off node1 0 AUD, gives back 6.1 h a year")
                .contains("Immich lost within ten years 1 in 500 mostly by people; last restore proven 41 days ago")
                .contains("Costs its owner 14 h and 1.3 nights a year, and 1,155 AUD of power");
    }

    @Test
    void everySectionIsThereWithASentence() {
        String page = text(page("v1"));

        assertThat(page)
                .contains("What stands between this lab and its goals Four of nine services are not sure")
                .contains("A typical year Two evenings ruined, one night woken.")
                .contains("A bad year, the worst of twenty Nine evenings ruined, five nights woken.")
                .contains("A year keeps the goal in 33 of 100 (13 to 43).")
                .contains("The first three make up 53 % of all downtime.")
                .contains("The stronger a part's colour, the more downtime it causes by itself: most of all switch sw1")
                .contains("Most at risk is immich: the last copy is gone within ten years with a chance of 1 in 500.")
                .contains("✓ yes 3-2-1 as three copies, two on site, one off")
                .contains("✗ no 3-2-1 as three copies on two media, one off site")
                .contains("Were the original gone this minute, the last 8 min of changes would be gone too")
                .contains("The lab takes 19 % of what the outlet is rated for; the largest consumer is node1.")
                .contains("Measure first: repair time of switch sw1, which explains 31 % of the uncertainty by itself "
                        + "and is not verified.")
                .contains("Starting elsewhere after a failure", "win11 0.8 7.5 min 15 min")
                .contains("What was not simulated Real life has these too, and the numbers above do not. burglary")
                .contains("rackdrill report rackdrill-out/v1/results.json");
    }

    @Test
    void whatIsUnknownIsCalledUnknown() {
        assertThat(text(page("one")))
                .contains("Data lost within ten years Unknown the lab file names no data")
                .contains("No simulated year was kept for drawing")
                .contains("Every value was given exactly");
    }

    @Test
    void ofManyServicesThoseThatKeepTheirGoalAreFolded() {
        assertThat(text(page("many"))).contains("And 45 more, all keep their goal");
    }

    @Test
    void ofACrowdTheWorstAreShownAndTheOthersCounted() {
        String page = page("crowd");

        assertThat(text(page))
                .contains("The next 35 all keep their goal")
                .contains(
                        "And 2,950 more services, which all keep their goal: results.json beside this page has them all.")
                .contains(
                        "Shown are the first 50 of 3,000 services, those in the worst standing; results.json has them all.")
                .contains("Shown are the first 50 of 1,000 datasets, those most at risk; results.json has them all.")
                .contains("Shown are the first 50 of 1,000 parts, the most to blame; results.json has them all.");
        assertThat(matches(" id=\"service-(\\d+)\"", page)).hasSize(50).contains("0", "1", "2", "3", "4");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(LARGEST_BYTES / 4);
    }

    @Test
    void aHundredServicesAreNoCrowd() {
        String page = Pages.page(Samples.many(100));

        assertThat(matches(" id=\"service-(\\d+)\"", page)).hasSize(100);
        assertThat(text(page)).contains("And 85 more, all keep their goal").doesNotContain("results.json has them all");
    }

    @Test
    void ofACrowdThatMissesItsGoalsTheWorstAreShownToo() {
        List<Samples.Goal> goals = Collections.nCopies(300, new Samples.Goal(0.95, 0.94, 0.96));

        assertThat(text(Pages.page(Samples.withGoals(goals))))
                .contains(
                        "And 250 more services, none in a worse standing: results.json beside this page has them all.")
                .contains("The other 294 are nearer to their goals; results.json has them all.");
    }

    @Test
    void aComparisonSaysWhatMakesOneBetter() {
        assertThat(text(page("compare")))
                .contains("v1 will be down less than v0 for all three services that they share.")
                .contains("What makes the difference v1 loses less to crashes and hangs")
                .contains("✓ less: 17 days (12 to 22)");
    }

    @Test
    void theSameResultsGiveTheSamePage() {
        assertThat(Pages.page(Samples.v1())).isEqualTo(page("v1"));
    }

    private static Set<String> attributes(String page) {
        Set<String> names = new TreeSet<>();
        Matcher tag = TAG.matcher(page);
        while (tag.find()) {
            names.addAll(matches("\\s([^\\s=\"]+)=\"[^\"]*\"", tag.group(3)));
        }
        return names;
    }

    private static String page(String name) {
        return Optional.ofNullable(PAGES.get(name)).orElseThrow();
    }

    private static String text(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<title>[^<]*</title>", " ")
                .replaceAll("</?(bdi|a|b)\\b[^>]*>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ")
                .replace(" ,", ",");
    }

    private static List<String> matches(String pattern, String page) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }
}

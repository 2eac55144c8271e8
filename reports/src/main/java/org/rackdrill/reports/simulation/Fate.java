package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.chart.Dial;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.CopyPlace;
import org.rackdrill.simulator.study.Results.Data;
import org.rackdrill.simulator.study.Results.Loss;
import org.rackdrill.simulator.study.Results.LossCause;

/**
 * Datasets that lie in the same places and die together, so that one dial tells of all.
 *
 * @param data the one most at risk first
 */
public record Fate(List<Data> data) {
    private static final int MOST_NAMES = 3;

    /** Chances that differ by less than this factor lie on the same spot of the dial. */
    private static final double ALIKE = 3;

    /** A cause with at least this share is what data mostly die of. */
    private static final double MOSTLY = 0.5;

    /** Returns the data of a lab, those most at risk first. */
    public static List<Fate> of(Results results) {
        List<List<Data>> fates = new ArrayList<>();
        Map<Where, List<List<Data>>> there = new HashMap<>();
        for (Data one : worstFirst(results)) {
            List<List<Data>> same = there.computeIfAbsent(Where.of(one), where -> new ArrayList<>());
            same.stream()
                    .filter(fate -> tenYears(fate.get(0)) <= ALIKE * tenYears(one))
                    .findFirst()
                    .ifPresentOrElse(fate -> fate.add(one), () -> {
                        List<Data> fate = new ArrayList<>(List.of(one));
                        same.add(fate);
                        fates.add(fate);
                    });
        }
        return fates.stream().map(Fate::new).toList();
    }

    /** Returns the data that the details list: all in the order of the lab, of a crowd those most at risk. */
    static List<Data> listed(Results results) {
        return Crowd.is(results.data().size()) ? Crowd.shown(worstFirst(results)) : results.data();
    }

    private static List<Data> worstFirst(Results results) {
        return results.data().stream()
                .sorted(Comparator.comparingDouble(Fate::tenYears).reversed())
                .toList();
    }

    /** Where all copies of a dataset lie, and when a restore was last proven: what data must share to share a fate. */
    private record Where(String primary, List<String> places, Optional<Double> provenDaysAgo) {
        static Where of(Data data) {
            return new Where(
                    data.primary(),
                    data.places().stream().map(CopyPlace::at).toList(),
                    Optional.ofNullable(data.provenDaysAgo()));
        }
    }

    private static double tenYears(Data data) {
        return data.lossProbabilityTenYears().mean();
    }

    /** Returns the dataset whose numbers are shown. */
    public Data worst() {
        return data.get(0);
    }

    /** Returns the names, as a sentence lists them. */
    public String names() {
        return Named.list(data.stream().map(Data::name).toList(), MOST_NAMES);
    }

    /** Returns the chance of losing it within ten years, such as {@code 1 in 480}. */
    public String chance() {
        Loss loss = worst().lossProbabilityTenYears();
        return Spoken.chance(loss.mean(), loss.low(), loss.high());
    }

    /** Returns such as {@code mostly by fire}, {@code by theft, by fire and by disks}; empty when nothing is known. */
    public String mostlyBy() {
        List<LossCause> causes = causes(worst());
        if (causes.isEmpty()) {
            return "";
        }
        if (causes.get(0).share() >= MOSTLY) {
            return (causes.size() == 1 ? "" : "mostly ") + by(causes.get(0));
        }
        return Spoken.list(causes.stream().limit(MOST_NAMES).map(Fate::by).toList());
    }

    /** Some causes say it themselves: deleted by mistake. */
    private static String by(LossCause cause) {
        String what = Named.inSentence(cause.what());
        return what.contains(" by ") ? what : "by " + what;
    }

    /** Returns when a restore was last proven. */
    public String proven() {
        Double days = worst().provenDaysAgo();
        if (days == null) {
            return "Nobody has proven a restore yet.";
        }
        String ago = days < 1 ? "today" : Spoken.count((int) Math.round(days), "day", "days") + " ago";
        return "Last restore proven " + ago + ".";
    }

    /** Returns the dial, what it says in words, and which causes its dots are. */
    public Element dial(Map<String, String> colours) {
        Loss loss = worst().lossProbabilityTenYears();
        List<LossCause> causes = causes(worst());
        List<Dial.Way> ways = causes.stream()
                .map(cause -> new Dial.Way(
                        loss.mean() * cause.share(), colours.getOrDefault(cause.what(), "k0"), cause.what()))
                .toList();
        String title = "Chance that " + names() + " is lost within ten years: " + chance();
        Element face = Element.of("div", "dial-face");
        face.add(Dial.of(
                loss.mean(),
                loss.low(),
                loss.high(),
                ways,
                title,
                "The wide arc is where the truth lies in nine cases of ten; the dots are the ways to lose it."));
        String by = mostlyBy().isEmpty() ? "" : "; " + mostlyBy();
        face.add(
                Element.of("p", "dial-says").add(Element.of("b").text(chance())).text(" within ten years" + by));
        face.add(Element.of("p", "soft mid").text(Spoken.homes(loss.mean(), loss.low(), loss.high())));
        return face;
    }

    /** Returns each cause with its colour, its share and what it would come to by itself. */
    public Element legend(Map<String, String> colours) {
        Element legend = Element.of("ul", "legend");
        double mean = worst().lossProbabilityTenYears().mean();
        for (LossCause cause : causes(worst())) {
            legend.add(Element.of("li")
                    .add(Element.of("span", "swatch " + colours.getOrDefault(cause.what(), "k0")))
                    .text(" ")
                    .add(Element.name(cause.what()))
                    .text(" " + Figures.share(cause.share()))
                    .add(Element.of("span", "soft")
                            .text(" (by itself " + Spoken.chance(mean * cause.share(), 1) + ")")));
        }
        return legend;
    }

    /** Returns how it dies as one bar, with the legend of its colours. */
    public Element causes(Map<String, String> colours) {
        List<LossCause> causes = causes(worst());
        if (causes.isEmpty()) {
            return Element.nothing();
        }
        Element block = Element.of("div").add(Section.paragraph("How it dies, when it dies:"));
        block.add(Bar.whole(
                causes.stream().map(LossCause::share).toList(),
                causes.stream()
                        .map(cause -> colours.getOrDefault(cause.what(), "k0"))
                        .toList(),
                "Causes of loss: " + FirstScreen.causes(causes)));
        return block.add(legend(colours));
    }

    /** Returns the same colour for a cause wherever it is drawn: five colours for those that kill most. */
    public static Map<String, String> colours(List<Results> labs) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Results lab : labs) {
            for (Data data : lab.data()) {
                data.lossCauses().forEach(cause -> weights.merge(cause.what(), cause.share(), Double::sum));
            }
        }
        Map<String, String> colours = new LinkedHashMap<>();
        weights.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
                .forEach(entry -> colours.put(entry.getKey(), Bar.colour(colours.size())));
        return colours;
    }

    private static List<LossCause> causes(Data data) {
        return data.lossCauses().stream()
                .sorted(Comparator.comparingDouble(LossCause::share).reversed())
                .toList();
    }
}

package org.rackdrill.chaos.importing.nut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Remark.Kind;
import org.rackdrill.chaos.importing.nut.Sequence.Said;

/** What a sequence says besides what a drill can do: every word of a status and every variable is accounted for. */
final class Readings {

    private static final Set<String> MEANT = Set.of("OL", "OB");
    private static final Set<String> FOLLOWING = Set.of("CHRG", "DISCHRG");
    private static final Set<String> COLLECTIONS =
            Set.of("ambient", "battery", "bypass", "device", "driver", "input", "outlet", "output", "server", "ups");

    private final List<Remark> remarks = new ArrayList<>();

    Readings(Sequence sequence) {
        List<Said> said =
                sequence.moments().stream().flatMap(it -> it.said().stream()).toList();
        words(said.stream().filter(it -> it.variable().equals(Spells.STATUS)).toList());
        variables(said.stream()
                .filter(it ->
                        !it.variable().equals(Spells.STATUS) && !it.variable().equals(Spells.CHARGE))
                .toList());
        charges(said.stream().filter(it -> it.variable().equals(Spells.CHARGE)).toList());
    }

    List<Remark> remarks() {
        return remarks;
    }

    private void words(List<Said> statuses) {
        Map<String, Integer> first = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Said status : statuses) {
            for (String word : status.value().split("\\s+")) {
                if (!word.isEmpty() && !MEANT.contains(word)) {
                    first.putIfAbsent(word, status.line());
                    times.merge(word, 1, Integer::sum);
                }
            }
        }
        first.forEach((word, line) -> {
            int count = times.getOrDefault(word, 1);
            String often = count == 1 ? "" : ", " + count + " times";
            if (FOLLOWING.contains(word)) {
                note(line, Spells.STATUS, word + often + ": in a drill the battery charges and discharges by itself");
            } else {
                String why = StatusWord.of(word).map(StatusWord::why).orElse("no status of NUT is called like this");
                leaveOut(line, Spells.STATUS, word + often + ": " + why);
            }
        });
    }

    private void charges(List<Said> charges) {
        if (charges.stream().map(Said::value).distinct().count() > 1) {
            leaveOut(
                    charges.get(1).line(),
                    Spells.CHARGE,
                    "its course, " + charges.size()
                            + " values: in a drill the charge follows from load, age and time, and only what it is when an"
                            + " outage begins is taken over");
        }
    }

    private void variables(List<Said> all) {
        Map<String, List<Said>> byName = new LinkedHashMap<>();
        all.forEach(it ->
                byName.computeIfAbsent(it.variable(), any -> new ArrayList<>()).add(it));
        Set<String> still = new TreeSet<>();
        for (Map.Entry<String, List<Said>> variable : byName.entrySet()) {
            List<Said> values = variable.getValue();
            String name = variable.getKey();
            if (!COLLECTIONS.contains(name.substring(0, name.indexOf('.')))) {
                leaveOut(values.get(0).line(), name, "no variable of NUT is called like this");
            } else if (values.stream().map(Said::value).distinct().count() > 1) {
                leaveOut(
                        values.get(1).line(),
                        name,
                        "it changes, " + values.size()
                                + " values: no step of a drill sets what a UPS measures or is set to");
            } else {
                still.add(name);
            }
        }
        if (!still.isEmpty()) {
            note(all.get(0).line(), "", "the lab describes the UPS, not the file: " + String.join(", ", still));
        }
    }

    private void note(int line, String path, String sentence) {
        remarks.add(new Remark(Kind.NOTED, line, path, sentence));
    }

    private void leaveOut(int line, String path, String sentence) {
        remarks.add(new Remark(Kind.LEFT_OUT, line, path, sentence));
    }
}

package org.rackdrill.cli.init;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.cli.init.Answers.Disks;
import org.rackdrill.cli.init.Answers.Machine;
import org.rackdrill.cli.init.Answers.Use;

/** Writes the lab file that answers describe; what they leave open is assumed and marked. */
final class LabText {
    /** Names that the file uses itself. */
    static final Set<String> RESERVED =
            Set.of("home", "away", "ups1", "router", "wan", "away-router", "away-wan", "vpn", "internet", "tank");

    static final String SCHEMA_FILE = "lab.schema.json";
    static final String SCHEMA_COMMENT = "# yaml-language-server: $schema=" + SCHEMA_FILE + "\n";

    // In two parts: the word in a comment of ours would mean unfinished work.
    private static final String ASSUMED = "  # TO" + "DO ";

    private final Answers answers;
    private final StringBuilder text = new StringBuilder();

    LabText(Answers answers) {
        this.answers = answers;
    }

    String write() {
        text.append(SCHEMA_COMMENT);
        line("# Written by `rackdrill init`. What was assumed is marked" + ASSUMED.replace("  #", "")
                + "- correct it.");
        line("rackdrill: 1");
        line("name: " + YamlText.quoted(answers.title()));
        line("slo: 99.9%" + ASSUMED + "how available should things be? 99.9% is 8.8 hours down in a year");
        sites();
        ups();
        network();
        nodes();
        services();
        copies();
        operations();
        return text.toString();
    }

    private void sites() {
        line("");
        line("sites:");
        String mains = "{mains: {statistics: generic-mains}}" + ASSUMED;
        line("  home: " + mains + "`rackdrill catalog` lists what is known of some countries' mains");
        if (answers.elsewhere().isPresent()) {
            line("  away: " + mains + "the same for the other place");
        }
    }

    private void ups() {
        answers.ups().ifPresent(model -> {
            line("");
            line("ups:");
            line("  ups1: {model: " + model + ", site: home, battery-age: 2 y, shutdown-at: 3 min left}" + ASSUMED
                    + "how old is the battery?");
        });
    }

    private void network() {
        String fed = answers.ups().isPresent() ? ", powered-by: ups1" : "";
        line("");
        line("network:");
        line("  router: {model: generic-router, site: home" + fed + "}" + ASSUMED + "which model?");
        line("  wan: {model: " + answers.wan() + ", uplink-of: router" + fed + "}");
        if (answers.elsewhere().isPresent()) {
            line("  away-router: {model: generic-router, site: away}");
            line("  away-wan: {model: generic-wan, uplink-of: away-router}" + ASSUMED + "which internet access?");
            line("  vpn: {model: wireguard, between: [router, away-router]}");
        }
    }

    private void nodes() {
        line("");
        line("nodes:");
        for (Machine machine : answers.machines()) {
            String fed = answers.ups().isPresent() ? "powered-by: ups1, " : "";
            node(machine, "site: home, " + fed + "network: router");
        }
        answers.elsewhere().ifPresent(machine -> node(machine, "site: away, network: away-router"));
    }

    private void node(Machine machine, String place) {
        Optional<Disks> disks = disksOf(machine);
        String assumed = disks.equals(machine.disks()) ? "" : ASSUMED + "where does the data lie?";
        String pools = disks.map(there -> ", pools: {tank: {layout: " + there.layout() + ", disks: " + there.count()
                        + " x " + there.size() + "}}")
                .orElse("");
        line("  " + machine.name() + ": {model: " + machine.model() + ", " + place + pools + "}" + assumed);
    }

    private void services() {
        line("");
        line("services:");
        line("  internet: {needs: [router, wan]}");
        for (Use use : answers.uses()) {
            if (use.precious()) {
                String host = keeper().name();
                line("  " + use.name() + ": {kind: container, on: " + host + ", data: {at: " + host
                        + "/tank, size: 500 GB}}" + ASSUMED + "how much data is it?");
            } else {
                line("  " + use.name() + ": {kind: container, on: " + runner().name() + "}" + ASSUMED
                        + "which machine does it run on?");
            }
        }
    }

    private void copies() {
        List<Use> precious = answers.uses().stream().filter(Use::precious).toList();
        if (precious.isEmpty()) {
            return;
        }
        line("");
        if (answers.elsewhere().isEmpty()) {
            line("copies: {}" + ASSUMED
                    + "is there a backup? like this: photos: [{to: nas2/tank, by: rsync, every: 1 d}]");
            return;
        }
        line("copies:");
        for (Use use : precious) {
            line("  " + use.name() + ": [{to: " + answers.elsewhere().get().name() + "/tank, by: rsync, every: 1 d}]"
                    + ASSUMED + "how, and how often?");
        }
    }

    private void operations() {
        line("");
        line("operations:");
        line("  operator: {asleep: \"" + answers.person().asleep() + "\", away: "
                + answers.person().weeksAway() + " weeks/y}" + ASSUMED + "what tells you that something is down?");
    }

    /** Returns the disks of a machine; the one that keeps the data has some, whatever was said. */
    private Optional<Disks> disksOf(Machine machine) {
        boolean mustKeep = machine.equals(keeper()) && answers.uses().stream().anyMatch(Use::precious);
        return machine.disks().isEmpty() && mustKeep
                ? Optional.of(new Disks(1, "1 TB ssd", "stripe"))
                : machine.disks();
    }

    private Machine keeper() {
        return answers.machines().stream()
                .filter(machine -> machine.disks().isPresent())
                .findFirst()
                .orElse(answers.machines().get(0));
    }

    private Machine runner() {
        return answers.machines().stream()
                .filter(machine -> machine.disks().isEmpty())
                .findFirst()
                .orElse(answers.machines().get(0));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

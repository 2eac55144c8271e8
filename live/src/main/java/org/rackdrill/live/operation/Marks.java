package org.rackdrill.live.operation;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.live.host.Request;

/** Snapshots of the primary of which somebody wrote down what is in them, before there was any copy. */
final class Marks {
    private static final int PAGE = 20_000;
    private static final int MOST_PAGES = 1000;

    private final ManifestFolder folder;

    Marks(ManifestFolder folder) {
        this.folder = folder;
    }

    /** Takes one more, and fetches what was written down; returns its guid. */
    Optional<String> mark(Errand errand, Place primary) {
        String dataset = primary.dataset().orElse("");
        Map<String, String> made =
                errand.step("mark", primary.host(), Errand.job("manifest").with("dataset", dataset));
        Optional<String> guid = Optional.ofNullable(made.get("guid"));
        if (guid.isPresent() && folder.find(dataset, guid.get()).isEmpty()) {
            pages(errand, primary.host(), request(dataset, guid.get()))
                    // What a rehearsal calls a guid is none.
                    .filter(text -> guid.get().matches("\\d+"))
                    .flatMap(text -> folder.keep(dataset, guid.get(), text))
                    .ifPresent(errand::refuse);
        }
        return errand.goesOn() ? guid : Optional.empty();
    }

    /** Returns the guids of which there is a manifest, here or at the primary. */
    Set<String> guids(Errand errand, Place primary) {
        String dataset = primary.dataset().orElse("");
        Set<String> guids = new LinkedHashSet<>(folder.guids(dataset));
        errand.hear(primary.host(), Request.of("manifests").with("dataset", dataset))
                .ifPresent(body -> body.lines().forEach(line -> guids.add(line.replaceFirst(" .*", ""))));
        return guids;
    }

    /** Returns what was written down of a snapshot; ours goes before the primary's. */
    Optional<String> find(Errand errand, Place primary, String guid) {
        String dataset = primary.dataset().orElse("");
        return folder.find(dataset, guid).or(() -> pages(errand, primary.host(), request(dataset, guid)));
    }

    /** Returns what a restore has brought to light. */
    static Optional<String> restored(Errand errand, String host, String step) {
        return pages(errand, host, Request.of("manifest").with("operation", errand.key(step)));
    }

    private static Request request(String dataset, String guid) {
        return Request.of("manifest").with("dataset", dataset).with("guid", guid);
    }

    private static Optional<String> pages(Errand errand, String host, Request request) {
        StringBuilder text = new StringBuilder();
        for (int page = 0; page < MOST_PAGES; page++) {
            Optional<String> some = errand.ask(
                    host,
                    request.with("from", String.valueOf((long) page * PAGE)).with("lines", String.valueOf(PAGE)));
            if (some.isEmpty()) {
                return Optional.empty();
            }
            text.append(some.get());
            if (some.get().lines().count() < PAGE) {
                return Optional.of(text.toString());
            }
        }
        errand.refuse("the manifest has more than " + (long) PAGE * MOST_PAGES + " lines");
        return Optional.empty();
    }
}

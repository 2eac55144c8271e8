package org.rackdrill.chaos.importing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The regression cases of Proxmox's HA manager. They are AGPL and so no part of rackdrill: their user brings them. */
final class Cases {
    private static final String PLACE = "RACKDRILL_PVE_HA_CASES";

    private Cases() {}

    /** Returns their directory, or skips the test. */
    static Path directory() {
        String named = Optional.ofNullable(System.getProperty(PLACE)).orElseGet(() -> System.getenv(PLACE));
        Path place = named == null ? Path.of("..", "..", "shared", "conformance", "pve-ha") : Path.of(named);
        assumeTrue(
                Files.isDirectory(place),
                "the cases are not there: set " + PLACE + " to src/test of a checkout of pve-ha-manager");
        return place;
    }

    static List<Path> all() throws IOException {
        try (Stream<Path> children = Files.list(directory())) {
            return children.filter(CaseFiles::isCase).sorted().toList();
        }
    }
}

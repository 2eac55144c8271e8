package org.rackdrill.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Iops;
import org.rackdrill.model.quantity.Share;

/** What every value in the shipped catalogue must bring along. */
class ShippedCatalogueTest {

    private static final Path FILES = Path.of("src/main/resources/org/rackdrill/model/catalogue");

    /** Sizes, counts and nameplates: exact by definition. */
    private static final Set<Trait<?>> WITHOUT_RANGE = Set.of(
            Trait.CAPACITY,
            Trait.MEMORY,
            Trait.CPU,
            Trait.PSUS,
            Trait.CONTROLLERS,
            Trait.TOPOLOGY,
            Trait.LINE,
            Trait.WHEN,
            Trait.DEPTH,
            Trait.URGENCY,
            Trait.VOLT_AMPERES);

    private static final Pattern SOURCE = Pattern.compile("^  ([a-z0-9-]+): \\{text: ", Pattern.MULTILINE);
    private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void everyKindHasACompleteGenericPart() {
        for (PartKind kind : PartKind.values()) {
            Catalogue.Entry generic = catalogue.generic(kind);
            assertThat(generic.traits().settings()).as(generic.name()).containsOnlyKeys(kind.traits());
        }
    }

    @Test
    void everyValueHasASourceAndARange() {
        List<String> bare = new ArrayList<>();
        for (Catalogue.Entry entry : catalogue.entries()) {
            entry.traits().settings().forEach((trait, setting) -> {
                if (setting.origin().source().isBlank()) {
                    bare.add(entry.name() + "." + trait.key() + " has no source");
                }
                boolean nothing = setting.value().equals(new Share(0))
                        || setting.value().equals(new Life.Fixed(0))
                        || setting.value().equals(new Iops(0));
                if (setting.range().certain() != (nothing || WITHOUT_RANGE.contains(trait))) {
                    bare.add(entry.name() + "." + trait.key() + " should have a range, or none if it is exact");
                }
            });
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void generalKnowledgeAndEstimatesAreNotVerified() {
        Stream<Setting<?>> claimed = catalogue.entries().stream()
                .flatMap(entry -> entry.traits().settings().values().stream())
                .filter(setting -> setting.origin().verified());
        assertThat(claimed.map(setting -> setting.origin().source()).distinct())
                .noneMatch(source -> source.contains("estimate") || source.contains("general knowledge"));
    }

    @Test
    void everySourceIsUsed() throws IOException {
        List<String> unused = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            Matcher source = SOURCE.matcher(text);
            while (source.find()) {
                if (!Pattern.compile("source: " + source.group(1) + "\\b(?!-)")
                        .matcher(text)
                        .find()) {
                    unused.add(file.getKey() + ": " + source.group(1));
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void thePartInTheDocumentationCanBeAdded() throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(Path.of("../docs/catalogue.md")));
        assertThat(snippet.find()).isTrue();
        Map<String, byte[]> files = files();
        files.put("yours.yaml", snippet.group(1).getBytes(StandardCharsets.UTF_8));

        Catalogue.Entry added =
                Catalogue.of(files).find("acme-nas-4", PartKind.NODE).orElseThrow();

        assertThat(added.traits().get(Trait.WATTS).origin().verified()).isTrue();
        assertThat(added.traits().get(Trait.POST))
                .isEqualTo(catalogue.find("generic-nas").orElseThrow().traits().get(Trait.POST));
    }

    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.list(FILES)) {
            for (Path path : paths.sorted().toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }
}

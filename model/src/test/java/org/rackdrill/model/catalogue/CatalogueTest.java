package org.rackdrill.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Trait;

/** The catalogue: every entry is complete, and says where each value comes from. */
class CatalogueTest {

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void everyKindHasAGenericEntry() {
        for (PartKind kind : PartKind.values()) {
            assertThat(catalogue.generic(kind).name()).isEqualTo(kind.generic());
        }
    }

    @Test
    void everyEntryHasEveryTraitOfItsKindWithASource() {
        for (Catalogue.Entry entry : catalogue.entries()) {
            assertThat(entry.traits().settings().keySet())
                    .as(entry.name())
                    .containsAll(entry.kind().traits());
            assertThat(entry.traits().settings().values()).as(entry.name()).allSatisfy(setting -> {
                assertThat(setting.origin().kind()).isEqualTo(Origin.Kind.CATALOGUE);
                assertThat(setting.origin().source()).isNotEmpty();
                assertThat(setting.text()).isNotEmpty();
            });
        }
    }

    @Test
    void whatAnEntryDoesNotSayComesFromTheEntryThatItIsLike() {
        Catalogue small = with("""
                  my-disk: {kind: disk, like: generic-hdd, source: s, capacity: 2 TB}
                """);

        Catalogue.Entry entry = small.find("my-disk").orElseThrow();
        assertThat(entry.traits().get(Trait.CAPACITY).origin().where()).isEqualTo("my-disk");
        assertThat(entry.traits().get(Trait.FAILS).origin().where()).isEqualTo("generic-hdd");
        assertThat(entry.traits().get(Trait.FAILS).origin().verified()).isTrue();
    }

    @Test
    void theNearestGenericPartSharesMostWordsWithTheUnknownName() {
        assertThat(catalogue.nearestGeneric(PartKind.DISK, "acme-ssd-9000").name())
                .isEqualTo("generic-ssd");
        assertThat(catalogue.nearestGeneric(PartKind.DISK, "acme-9000").name()).isEqualTo("generic-hdd");
        assertThat(catalogue.nearestGeneric(PartKind.NODE, "my-nas").name()).isEqualTo("generic-nas");
    }

    @Test
    void mistakesAreListedTogetherWithTheirPlaces() {
        assertThatThrownBy(() -> with("""
                  a: {kind: disk, like: b, source: s}
                  c: {kind: toaster, source: s}
                  d: {kind: disk, source: s, colour: red}
                  e: {kind: disk, source: s, fails: about every 8}
                  f: {kind: disk, fails: about every 8 y}
                  g: {kind: node, os: windows-95, source: s}
                  h: {kind: disk, like: h, source: s}
                """))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a is like b, which is no such part")
                .hasMessageContaining("c has no kind that is known")
                .hasMessageContaining("a DISK has no `colour`")
                .hasMessageContaining("more.yaml:7:37: `8` has no unit")
                .hasMessageContaining("there is no source ``")
                .hasMessageContaining("no operating system windows-95")
                .hasMessageContaining("h is like itself");
    }

    /** A catalogue of the generic entries and some more. */
    private static Catalogue with(String entries) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var generic = Catalogue.class.getResourceAsStream("generic.yaml")) {
            files.put("generic.yaml", generic.readAllBytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        String more = "sources:\n  s: {text: a source, verified: true}\nentries:\n" + entries;
        files.put("more.yaml", more.getBytes(StandardCharsets.UTF_8));
        return Catalogue.of(files);
    }
}

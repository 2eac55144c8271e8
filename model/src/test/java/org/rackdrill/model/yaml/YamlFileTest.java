package org.rackdrill.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** YAML becomes trees of text; what the lab format writes in braces is put together again. */
class YamlFileTest {

    @Test
    void everythingKnowsItsPlace() {
        Tree.Entries top = (Tree.Entries) tree("a: 1\nb:\n  c: [x, y]\n");

        assertThat(top.entries().get(1).key().place()).isEqualTo(new Place(2, 1));
        Tree.Entries b = (Tree.Entries) top.find("b").orElseThrow();
        Tree.Items c = (Tree.Items) b.find("c").orElseThrow();
        assertThat(c.items().get(1)).isEqualTo(new Tree.Text(new Place(3, 10), "y", false));
    }

    @Test
    void valuesStayText() {
        Tree.Entries top = (Tree.Entries) tree("on: yes\nused: 17:00-23:00\nsize: 010\nnothing: ~\nquoted: '~'\n");

        assertThat(text(top, "on")).isEqualTo("yes");
        assertThat(text(top, "used")).isEqualTo("17:00-23:00");
        assertThat(text(top, "size")).isEqualTo("010");
        assertThat(top.find("nothing")).containsInstanceOf(Tree.Nothing.class);
        assertThat(text(top, "quoted")).isEqualTo("~");
    }

    @Test
    void commasInsideADistributionDoNotEndIt() {
        Tree.Entries top = (Tree.Entries) tree(
                "a: {fails: weibull(shape 1.5, scale 5 y, location 1 h), repair: gamma(shape 2, scale 5 y), crew: x}");
        Tree.Entries a = (Tree.Entries) top.find("a").orElseThrow();

        assertThat(text(a, "fails")).isEqualTo("weibull(shape 1.5, scale 5 y, location 1 h)");
        assertThat(text(a, "repair")).isEqualTo("gamma(shape 2, scale 5 y)");
        assertThat(text(a, "crew")).isEqualTo("x");
    }

    @Test
    void sometimesBelongsToUsually() {
        Tree.Entries top = (Tree.Entries) tree("a: {hands-on: usually 40 min, sometimes 3 h, to-friend: 1 h}");
        Tree.Entries a = (Tree.Entries) top.find("a").orElseThrow();

        assertThat(text(a, "hands-on")).isEqualTo("usually 40 min, sometimes 3 h");
        assertThat(text(a, "to-friend")).isEqualTo("1 h");
    }

    @Test
    void soManyOfSomeIsOneValueInBracesAndOutside() {
        Tree.Entries top = (Tree.Entries) tree("a: {needs: 1 of [x, y], slo: 99%}\nb: 2 of [x, y, z]\n");
        Tree.Entries a = (Tree.Entries) top.find("a").orElseThrow();

        assertThat(text(a, "needs")).isEqualTo("1 of [x, y]");
        assertThat(text(a, "slo")).isEqualTo("99%");
        assertThat(text(top, "b")).isEqualTo("2 of [x, y, z]");
    }

    @Test
    void aliasesAreSpelledOut() {
        Tree.Entries top = (Tree.Entries) tree("a: &x {k: v}\nb: *x\n");

        assertThat(top.find("b")).isEqualTo(top.find("a"));
    }

    @Test
    void aKeyWithoutAValueIsNotTakenForTheRestOfAnother() {
        Parsed parsed = YamlFile.parse("a: {b: c, d}".getBytes(StandardCharsets.UTF_8));
        Tree.Entries top = (Tree.Entries) parsed.tree().orElseThrow();

        assertThat(((Tree.Entries) top.find("a").orElseThrow()).find("d")).containsInstanceOf(Tree.Nothing.class);
    }

    private static Tree tree(String yaml) {
        Parsed parsed = YamlFile.parse(yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.faults()).isEmpty();
        return parsed.tree().orElseThrow();
    }

    private static String text(Tree.Entries entries, String key) {
        return ((Tree.Text) entries.find(key).orElseThrow()).value();
    }
}

package org.rackdrill.live.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What comes with the program fits together. */
class ShippedTest {

    @Test
    void everyModeIsForAFileThatIsShippedOrMadeInTheTree() {
        List<String> shipped = Place.NODES.stream()
                .flatMap(node -> Shipped.below("node/" + node).keySet().stream())
                .toList();
        SortedMap<String, byte[]> all = Shipped.below("node/all");

        assertThat(Shipped.lines("node/modes")).allSatisfy(line -> {
            String[] words = line.split("\\s+");
            assertThat(words).hasSize(3);
            assertThat(words[1]).matches("[0-7]{3}");
            assertThat(words[2]).matches("[a-z]+:[a-z]+");
            String path = words[0].substring(1);
            assertThat(shipped.contains(path) || all.containsKey(path))
                    .as("%s is shipped", words[0])
                    .isTrue();
        });
    }

    @Test
    void everyUnitIsForANodeThatIsThere() {
        assertThat(Shipped.lines("node/units")).allSatisfy(line -> {
            String[] words = line.split("\\s+");
            assertThat(words[0].equals("all") || Place.NODES.contains(words[0])).isTrue();
            assertThat(List.of(words).subList(1, words.length))
                    .isNotEmpty()
                    .allMatch(unit -> unit.matches("[A-Za-z0-9@_-]+\\.(service|timer|target|path|socket)"));
        });
    }

    @Test
    void packagesAreNamesOfPackages() {
        assertThat(Tree.packages()).isNotEmpty().allMatch(name -> name.matches("[a-z0-9][a-z0-9.+-]+"));
    }

    @Test
    void aModeIsSaidInLetters() {
        assertThat(NodeRoot.letters("755")).isEqualTo("rwxr-xr-x");
        assertThat(NodeRoot.letters("0640")).isEqualTo("rw-r-----");
    }
}

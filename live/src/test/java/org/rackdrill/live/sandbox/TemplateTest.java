package org.rackdrill.live.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Template NODE4 = Template.of(new Place("b", 7), "node4", "5ec3e7");

    @Test
    void replacesTheWordsOfANode() {
        assertThat(filled("@INSTANCE@ @HOME@.1 @AWAY@.1 @NODE@ @ADDRESS@ @SECRET@"))
                .isEqualTo("b 10.77.7.1 10.78.7.1 node4 10.78.7.14 5ec3e7");
    }

    @Test
    void leavesOtherWordsBetweenAtSigns() {
        assertThat(filled("root@node1 @OTHER@ rackdrill-sync@db.timer"))
                .isEqualTo("root@node1 @OTHER@ rackdrill-sync@db.timer");
    }

    @Test
    void leavesWhatIsNoTextByteForByte() {
        byte[] latin = {'@', 'N', 'O', 'D', 'E', '@', (byte) 0xff};
        byte[] zero = {'@', 'N', 'O', 'D', 'E', '@', 0};

        assertThat(NODE4.fill(latin)).isEqualTo(latin);
        assertThat(NODE4.fill(zero)).isEqualTo(zero);
    }

    private static String filled(String text) {
        return new String(NODE4.fill(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}

package org.rackdrill.live.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
    private static final String SHA = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";
    private static final String OTHER = SHA.replace("5891", "5892");
    private static final String WAS = "f 0644 0 0 6 " + SHA + " a\nd 0755 0 0 - - sub\nl 0777 0 0 - a sub/b%20c\n";

    private final Manifest was = Manifest.read(WAS);

    @Test
    void whatIsAsItWasDiffersInNothing() {
        assertThat(was.differences(Manifest.read(WAS))).isEmpty();
    }

    @Test
    void oneFlippedByteIsOneDifference() {
        assertThat(differences(WAS.replace(SHA, OTHER))).containsExactly("a has another content");
    }

    @Test
    void whatIsMissingNewOrUnreadableIsNamed() {
        assertThat(differences("f 0644 0 0 6 " + SHA + " a\n"))
                .containsExactly("sub is missing", "sub/b%20c is missing");
        assertThat(differences(WAS + "f 0644 0 0 1 " + SHA + " z\n")).containsExactly("z was not there");
        assertThat(differences(WAS.replace(SHA, "unreadable"))).containsExactly("a cannot be read");
    }

    @Test
    void modeOwnerAndLinkCount() {
        assertThat(differences(WAS.replace("0644", "0600"))).containsExactly("a has another mode");
        assertThat(differences(WAS.replace("f 0644 0", "f 0644 7"))).containsExactly("a has another owner");
        assertThat(differences(WAS.replace("- a sub", "- x sub"))).containsExactly("sub/b%20c has another content");
    }

    @Test
    void whatWasUnreadableBeforeProvesNothing() {
        Manifest broken = Manifest.read(WAS.replace(SHA, "unreadable"));

        assertThat(broken.differences(broken)).containsExactly("a could not be read for the manifest");
    }

    @Test
    void aLineThatWasCutOffIsNoManifest() {
        assertThatThrownBy(() -> Manifest.read(WAS.substring(0, WAS.length() - 12)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Manifest.read(WAS + WAS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isKeptUnderItsDatasetAndGuid(@TempDir Path folder) {
        ManifestFolder manifests = new ManifestFolder(folder.resolve("new"));

        assertThat(manifests.keep("tank/db", "17", WAS)).isEmpty();
        assertThat(manifests.keep("tank/db2", "18", WAS)).isEmpty();

        assertThat(manifests.find("tank/db", "17")).contains(WAS);
        assertThat(manifests.find("tank/db", "18")).isEmpty();
        assertThat(manifests.guids("tank/db")).containsExactly("17");
    }

    private List<String> differences(String is) {
        return was.differences(Manifest.read(is));
    }
}

package org.rackdrill.live.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorTest {

    @Test
    void readsListsWithOneSourcePerLine() {
        String list = """
                # deb http://ftp.old.example/debian bookworm main
                deb-src http://src.example/debian bookworm main
                deb [arch=amd64 signed-by=/usr/share/keyrings/x.gpg] http://ftp.de.debian.org/debian/ bookworm main contrib # near
                deb http://security.debian.org/debian-security bookworm-security main
                """;

        assertThat(Mirror.ofLines(list)).containsExactly("http://ftp.de.debian.org/debian");
    }

    @Test
    void readsListsInParagraphs() {
        String sources = """
                Types: deb deb-src
                # once http://snapshot.debian.org/archive/debian/20250520T000000Z
                URIs: https://mirror.example.org/debian
                Suites: trixie
                 trixie-updates
                Components: main
                Signed-By:
                 -----BEGIN PGP PUBLIC KEY BLOCK-----
                 .
                 mQINBF1

                Types: deb
                URIs: http://deb.debian.org/debian-security
                Suites: trixie-security
                Components: main
                """;

        assertThat(Mirror.ofParagraphs(sources)).containsExactly("https://mirror.example.org/debian");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Types: deb\nEnabled: no\nURIs: http://x.example/debian\nSuites: bookworm\nComponents: main",
                "Types: deb-src\nURIs: http://x.example/debian\nSuites: bookworm\nComponents: main",
                "Types: deb\nURIs: http://archive.ubuntu.com/ubuntu\nSuites: noble\nComponents: main",
                "Types: deb\nURIs: http://download.proxmox.com/debian/pve\nSuites: bookworm\nComponents: pve-no-subscription",
                "Types: deb\nURIs: http://x.example/debian;reboot\nSuites: bookworm\nComponents: main",
                "Types: deb\nSuites: bookworm\nComponents: main",
                ""
            })
    void passesOverWhatHasNoBookworm(String sources) {
        assertThat(Mirror.ofParagraphs(sources)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deb http://archive.ubuntu.com/ubuntu jammy main",
                "deb https://packages.vendor.example/apt cloud-sdk-bookworm main",
                "deb http://x.example/debian bookworm contrib",
                "deb cdrom:[Debian 12]/ bookworm main",
                "deb http://x.example/debian"
            })
    void passesOverLinesOfOthers(String line) {
        assertThat(Mirror.ofLines(line)).isEmpty();
    }

    @Test
    void theFirstListOfTheFolderThatHasDebianCounts(@TempDir Path apt) throws IOException {
        Path folder = Files.createDirectory(apt.resolve("sources.list.d"));
        Files.writeString(folder.resolve("a.list"), "deb https://vendor.example/apt stable main\n");
        Files.writeString(folder.resolve("b.list.save"), "deb http://saved.example/debian stable main\n");
        Files.writeString(
                folder.resolve("c.sources"),
                "Types: deb\nURIs: http://near.example/debian/\nSuites: stable\nComponents: main\n");

        assertThat(Mirror.of(apt)).isEqualTo("http://near.example/debian");
    }

    @Test
    void withoutAnyListTheUsualOneIsTaken(@TempDir Path apt) {
        assertThat(Mirror.of(apt)).isEqualTo(Mirror.USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "debian", "ftp://x/debian", "http://x/debian bookworm", "http://x/$(id)", "--help"})
    void refusesWhatIsNoAddress(String text) {
        assertThat(Mirror.isAddress(text)).isFalse();
    }
}

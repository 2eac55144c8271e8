package org.rackdrill.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.cli.init.Answers.Disks;

class DiskWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 x 8 TB hdd, raidz1 | 4 | 8 TB hdd | raidz1",
                "8x4tb raid6          | 8 | 4 TB hdd | raidz2",
                "2 1.92 TB ssd mirror | 2 | 1.92 TB ssd | mirror",
                "1 x 500 GB nvme      | 1 | 500 GB ssd | stripe",
                "2 x 4 TiB            | 2 | 4 TiB hdd | mirror",
                "5 x 8 TB SHR         | 5 | 8 TB hdd | shr-1",
            })
    void understandsHowPeopleSayIt(String words, int count, String size, String layout) {
        assertThat(DiskWords.understand(words)).contains(Optional.of(new Disks(count, size, layout)));
    }

    @Test
    void noneIsAnAnswer() {
        assertThat(DiskWords.understand("none")).contains(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "some", "4 x 8", "1 x 8 TB mirror", "2 x 8 TB raidz2", "4 x 8 TB raid7", "x x x"})
    void whatCannotBeIsNotUnderstood(String words) {
        assertThat(DiskWords.understand(words)).isEmpty();
    }
}

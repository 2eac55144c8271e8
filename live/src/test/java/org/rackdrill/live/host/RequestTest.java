package org.rackdrill.live.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    @Test
    void isOneLineWhoseWordsAreInOrder() {
        Request request = Request.of("zpool-status").with("pool", "tank").with("at", "node1/tank@x:1%2+3=4,5-6");

        assertThat(request.line())
                .isEqualTo("{\"verb\":\"zpool-status\",\"at\":\"node1/tank@x:1%2+3=4,5-6\",\"pool\":\"tank\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b", "$(id)", "`id`", "a\nb", "a\"b", "a\\b", "a;b", "a'b", "ü", "a\0b", "a\tb", "*", "a|b", "~"
            })
    void refusesWhatAShellCouldRead(String hostile) {
        assertThat(Request.sayable(hostile)).isFalse();
        assertThatThrownBy(() -> Request.of("look").with("pool", hostile))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters that are not passed to a host");
    }

    @Test
    void refusesAVerbThatIsNone() {
        assertThatThrownBy(() -> Request.of("zpool status")).isInstanceOf(IllegalArgumentException.class);
    }
}

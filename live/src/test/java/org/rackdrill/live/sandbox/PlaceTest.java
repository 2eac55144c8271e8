package org.rackdrill.live.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void threeNodesAreAtHomeAndTheFourthIsAway() {
        Place place = new Place("a", 3);

        assertThat(Place.NODES.stream().map(place::address))
                .containsExactly("10.77.3.11", "10.77.3.12", "10.77.3.13", "10.78.3.14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a-b", "1a", "a/../b", "toolong7", "a b", "ä"})
    void refusesNamesThatCannotBePartOfTheNameOfALink(String name) {
        assertThat(Place.isName(name)).isFalse();
        assertThatThrownBy(() -> new Place(name, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLongestNameStillFitsIntoTheNameOfALink() {
        assertThat(new Place("abcdef", 0).prefix() + "host").hasSizeLessThanOrEqualTo(15);
    }
}

package org.rackdrill.live.world;

import java.util.List;
import java.util.Map;
import org.rackdrill.live.host.Request;

/**
 * How a fault is done for real.
 *
 * @param hosts where it may be done: the first that has to do with it; a later run that does not know which one it was
 *     asks them all. Empty when there is no way
 * @param words what the helper there has to know
 * @param why there is no way; otherwise empty
 */
record Way(List<String> hosts, Map<String, String> words, String why) {
    Way {
        hosts = List.copyOf(hosts);
        words = Map.copyOf(words);
    }

    static Way none(String why) {
        return new Way(List.of(), Map.of(), why);
    }

    static Way at(String host, Map<String, String> words) {
        return at(List.of(host), words);
    }

    /** A name that may not be passed to a host ends here, with the reason, and not at the host. */
    static Way at(List<String> hosts, Map<String, String> words) {
        for (String word : words.values()) {
            if (!Request.sayable(word)) {
                return none("the name '" + word + "' has letters that are not passed to a host");
            }
        }
        return hosts.isEmpty() ? none("nobody knows on which host it is") : new Way(hosts, words, "");
    }
}

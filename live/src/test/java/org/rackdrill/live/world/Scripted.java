package org.rackdrill.live.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/**
 * A host that answers what a test wants, and remembers what it was asked.
 *
 * @param asked in order
 */
record Scripted(String name, Function<Request, Reply> answers, List<Request> asked) implements Host {

    Scripted(String name, Function<Request, Reply> answers) {
        this(name, answers, new ArrayList<>());
    }

    @Override
    public Reply ask(Request request, Duration within) {
        asked.add(request);
        return answers.apply(request);
    }
}

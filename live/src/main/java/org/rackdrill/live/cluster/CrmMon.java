package org.rackdrill.live.cluster;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.cluster.ClusterStatus.Member;
import org.rackdrill.live.cluster.ClusterStatus.Resource;

/** The XML of {@code crm_mon -1 --output-as=xml}: all of it, to its end, or nothing. */
public final class CrmMon {
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 100_000;

    private final List<Member> members = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();

    /** The elements that are open, from the outside. */
    private final List<String> open = new ArrayList<>();

    private Optional<String> master = Optional.empty();
    private Truth quorate = Truth.UNKNOWN;
    private Truth fencing = Truth.UNKNOWN;
    private String group = "";
    private boolean running;
    private boolean done;

    private CrmMon() {}

    /** Returns how the cluster looks, {@link ClusterStatus#UNREADABLE} when the output does not say it completely. */
    public static ClusterStatus read(String output) {
        return new CrmMon().parse(output);
    }

    private ClusterStatus parse(String output) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(output));
            int elements = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
                        return ClusterStatus.UNREADABLE;
                    }
                    begin(reader);
                    open.add(reader.getLocalName());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(open.remove(open.size() - 1));
                }
            }
        } catch (XMLStreamException | IllegalArgumentException e) {
            return ClusterStatus.UNREADABLE;
        }
        return done && running
                ? new ClusterStatus(quorate, master, fencing, members, resources)
                : ClusterStatus.UNREADABLE;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private void begin(XMLStreamReader at) {
        String parent = open.isEmpty() ? "" : open.get(open.size() - 1);
        switch (at.getLocalName()) {
            case "pacemakerd" -> running = word(at, "state").equals("running");
            case "current_dc" -> master(at);
            case "cluster_options" -> fencing = truth(word(at, "stonith-enabled"));
            case "group", "clone", "bundle" -> group = group.isEmpty() ? word(at, "id") : group;
            case "resource" -> {
                if (open.contains("resources")) {
                    resource(at);
                }
            }
            case "node" -> {
                if (parent.equals("nodes")) {
                    member(at);
                } else if (parent.equals("resource") && !resources.isEmpty()) {
                    runs(word(at, "name"));
                }
            }
            case "status" -> done = open.size() == 1 && word(at, "code").equals("0");
            default -> {
                // Much is said that nobody asked for.
            }
        }
    }

    private void end(String element) {
        boolean top = !open.isEmpty() && open.get(open.size() - 1).equals("resources");
        if (top && (element.equals("group") || element.equals("clone") || element.equals("bundle"))) {
            group = "";
        }
    }

    private void master(XMLStreamReader at) {
        boolean present = word(at, "present").equals("true");
        master = Optional.of(word(at, "name")).filter(name -> present && !name.isEmpty());
        quorate = present ? truth(word(at, "with_quorum")) : Truth.UNKNOWN;
    }

    private void member(XMLStreamReader at) {
        boolean calm = word(at, "standby").equals("false")
                && word(at, "standby_onfail").equals("false")
                && word(at, "maintenance").equals("false")
                && word(at, "pending").equals("false")
                && word(at, "shutdown").equals("false");
        boolean lost = !word(at, "unclean").equals("false");
        boolean online = word(at, "online").equals("true") && !lost;
        members.add(new Member(word(at, "name"), online, online && calm, lost));
    }

    private void resource(XMLStreamReader at) {
        String id = word(at, "id");
        boolean active = word(at, "active").equals("true")
                && word(at, "blocked").equals("false")
                && word(at, "orphaned").equals("false");
        boolean failed = !word(at, "failed").equals("false");
        String whole = group.isEmpty() ? id : group;
        resources.add(new Resource(id, word(at, "resource_agent"), whole, word(at, "role"), active, failed, List.of()));
    }

    private void runs(String node) {
        Resource last = resources.remove(resources.size() - 1);
        List<String> on = new ArrayList<>(last.on());
        on.add(node);
        resources.add(
                new Resource(last.id(), last.agent(), last.group(), last.state(), last.active(), last.failed(), on));
    }

    private static Truth truth(String word) {
        return word.equals("true") ? Truth.TRUE : word.equals("false") ? Truth.FALSE : Truth.UNKNOWN;
    }

    private static String word(XMLStreamReader at, String name) {
        String value = at.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}

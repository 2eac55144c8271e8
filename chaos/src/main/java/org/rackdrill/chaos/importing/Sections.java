package org.rackdrill.chaos.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text format of Proxmox's configuration files: sections with a heading, then indented keys with values. */
final class Sections {
    /** One section. */
    record Section(String file, int line, String type, String name, Map<String, String> values) {
        BadCase wrong(String what) {
            return new BadCase(file, line, what);
        }

        List<String> list(String key) {
            String value = values.getOrDefault(key, "");
            List<String> items = new ArrayList<>();
            for (String item : value.split("[,; ]")) {
                if (!item.isBlank()) {
                    items.add(item.strip());
                }
            }
            return items;
        }

        boolean yes(String key) {
            String value = values.getOrDefault(key, "0");
            return !value.isEmpty() && !value.equals("0");
        }
    }

    private Sections() {}

    static List<Section> parse(String file, String text) {
        List<Section> sections = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0))) {
                if (sections.isEmpty()) {
                    throw new BadCase(file, number, "a value stands before the first section");
                }
                String[] parts = line.strip().split("\\s+", 2);
                sections.get(sections.size() - 1).values().put(parts[0], parts.length > 1 ? parts[1] : "");
            } else {
                String[] parts = line.split(":", 2);
                if (parts.length < 2 || parts[1].isBlank()) {
                    throw new BadCase(file, number, "a section begins with \"type: name\"");
                }
                sections.add(new Section(file, number, parts[0].strip(), parts[1].strip(), new LinkedHashMap<>()));
            }
        }
        return sections;
    }
}

package org.rackdrill.model.lab;

import java.util.List;

/** So many of these must be up. */
public record Group(String name, int needs, List<String> of) {}

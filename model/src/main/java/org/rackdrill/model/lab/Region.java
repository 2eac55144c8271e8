package org.rackdrill.model.lab;

import java.util.Optional;

/** Shared luck of several sites. */
public record Region(String name, Optional<String> storms) {}

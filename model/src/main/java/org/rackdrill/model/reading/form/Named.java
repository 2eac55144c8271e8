package org.rackdrill.model.reading.form;

import org.rackdrill.model.yaml.Place;

/** Something under a name that the lab's author chose. */
public record Named<T>(String name, Place place, T value) {}

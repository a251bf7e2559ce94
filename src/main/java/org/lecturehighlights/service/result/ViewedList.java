package org.lecturehighlights.service.result;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** A list whose elements are made of those of another list, each time when it is asked for. */
final class ViewedList<S, T> extends AbstractList<T> {
  private final List<S> source;
  private final Function<S, T> view;

  ViewedList(List<S> source, Function<S, T> view) {
    this.source = source;
    this.view = view;
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public T get(int index) {
    return view.apply(source.get(index));
  }
}

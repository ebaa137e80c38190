package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.number.NumberField;
import java.util.List;

import org.jfpmonitor.extract.text.TextRecord;

/** One line of data as the file has it. Asking it changes nothing. */
public final class Row {

	private final long line;

	private final String[] fields;

	Row(TextRecord record) {
		this.line = record.line();
		this.fields = record.fields();
	}

	/** The line it starts on, counting from 1. */
	public long line() {
		return this.line;
	}

	/** The text of the column at the position, counting from 0. */
	public String text(int position) {
		return this.fields[position];
	}

	/** The texts of several columns, in the order asked for. */
	public List<String> texts(List<Integer> positions) {
		return switch (positions.size()) {
			case 1 -> List.of(text(positions.get(0)));
			case 2 -> List.of(text(positions.get(0)), text(positions.get(1)));
			default -> positions.stream().map(this::text).toList();
		};
	}

	/** What stands in the column where a number should. */
	public NumberField number(NumberColumn column) {
		return column.parse(this.fields[column.position()]);
	}

	/** The numbers of several columns, in the order asked for. */
	public NumberField[] numbers(NumberColumn[] columns) {
		NumberField[] numbers = new NumberField[columns.length];
		for (int i = 0; i < columns.length; i++) {
			numbers[i] = number(columns[i]);
		}
		return numbers;
	}

}

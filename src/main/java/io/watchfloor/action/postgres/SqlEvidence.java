package io.watchfloor.action.postgres;

import java.util.Map;

import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;

/**
 * What one look tells about a statement that was to run.
 *
 * @param holds whether what it was to bring about is so
 * @param untouched whether everything is as the plan found it
 * @param shared whether others may have brought it about
 */
record SqlEvidence(boolean holds, boolean untouched, boolean shared, String observed) {

	static SqlEvidence of(SqlChange action, Plan plan, PostgresSession session) {
		return switch (action.shape()) {
			case SqlShape.Rows rows -> rows(rows, plan, session);
			case SqlShape.NewRows rows -> newRows(rows, plan, session);
			case SqlShape.Objects objects -> objects(objects, plan, session);
		};
	}

	private static SqlEvidence rows(SqlShape.Rows shape, Plan plan, PostgresSession session) {
		Map<String, String> now = session.rows(shape.count()).getFirst();
		String rows = now.getOrDefault("rows", "?");
		boolean same = rows.equals(plan.markers().get("rows"))
				&& String.valueOf(now.get("digest")).equals(plan.markers().get("digest"));
		boolean nothing = "0".equals(plan.markers().get("rows"));
		return new SqlEvidence(shape.removes() ? rows.equals("0") : (!same || nothing), same && !nothing,
				!shape.removes(), RowCount.words(rows) + (rows.equals("1") ? " matches now, " : " match now, ")
						+ plan.markers().get("rows") + " at the plan");
	}

	private static SqlEvidence newRows(SqlShape.NewRows shape, Plan plan, PostgresSession session) {
		String there = session.rows(shape.there()).getFirst().getOrDefault("rows", "?");
		long before = Long.parseLong(plan.markers().getOrDefault("there", "-1"));
		return new SqlEvidence(there.equals(Long.toString(before + shape.number())),
				there.equals(Long.toString(before)), false, RowCount.words(there) + " with these values found");
	}

	private static SqlEvidence objects(SqlShape.Objects shape, Plan plan, PostgresSession session) {
		boolean holds = true;
		boolean untouched = true;
		StringBuilder observed = new StringBuilder();
		for (SqlObject object : shape.objects()) {
			SqlObject.State now = object.look(session);
			String before = plan.markers().getOrDefault(object.words(), "");
			boolean same = before.equals(now.marker()) || before.endsWith(", " + now.marker());
			boolean empty = now.exists() && shape.expected() == SqlShape.Expected.EMPTY
					&& SqlPlans.count(object, session).startsWith("0 ");
			holds &= switch (shape.expected()) {
				case PRESENT -> now.exists() && now.sound();
				case ABSENT -> !now.exists();
				case CHANGED -> !same;
				case EMPTY -> empty;
			};
			untouched &= same;
			observed.append(observed.isEmpty() ? "" : "; ").append(object.words()).append(": ").append(now.words());
		}
		return new SqlEvidence(holds, untouched, false, observed.toString());
	}

	Verification verification() {
		return new Verification(this.holds ? Verification.State.HOLDS : Verification.State.NOT_YET, this.observed);
	}

	/** Rows that others write too can differ for other reasons; then a person decides. */
	Settlement settlement() {
		Settlement.Finding finding = this.untouched ? Settlement.Finding.DID_NOT_HAPPEN
				: (this.holds && !this.shared) ? Settlement.Finding.HAPPENED : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, this.observed);
	}

}

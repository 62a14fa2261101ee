"""The muscle sharing as a quadratic program, solved by HiGHS: another way to the same forces."""

from __future__ import annotations

import highspy
import numpy as np

from carrywell.app.best_help import QuietHighs

_OVERLOAD = 1e4  # what a newton metre that no muscle holds costs, beside efforts of at most 1


def shared_by_qp(
    moment_nm: np.ndarray, arms_m: np.ndarray, strengths_n: np.ndarray, floor: float, reserve: bool = False
) -> np.ndarray | None:
    """Forces of n muscles with arms (n, 3) that balance a moment (3); None where there are none.

    `reserve`: what the muscles cannot hold is taken up at a high price, so there always are some.
    """
    count = len(strengths_n)
    extra = 6 if reserve else 0
    columns = np.vstack([arms_m * strengths_n[:, None], np.eye(3), -np.eye(3)])[: count + extra]
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = count + extra, 3
    lp.col_cost_ = np.concatenate([np.zeros(count), np.full(extra, _OVERLOAD)])
    lp.col_lower_ = np.concatenate([np.full(count, floor), np.zeros(extra)])
    lp.col_upper_ = np.concatenate([np.ones(count), np.full(extra, highspy.kHighsInf)])
    lp.row_lower_ = lp.row_upper_ = np.asarray(moment_nm, float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.arange(0, 3 * (count + extra) + 1, 3)
    lp.a_matrix_.index_ = np.tile(np.arange(3), count + extra)
    lp.a_matrix_.value_ = columns.ravel()
    squares = highspy.HighsHessian()
    squares.dim_, squares.format_ = count + extra, highspy.HessianFormat.kTriangular
    squares.start_ = np.concatenate([np.arange(count + 1), np.full(extra, count)])
    squares.index_, squares.value_ = np.arange(count), np.full(count, 2.0)
    model = highspy.HighsModel()
    model.lp_, model.hessian_ = lp, squares
    solver = QuietHighs()
    solver.passModel(model)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found: np.ndarray = np.array(solver.getSolution().col_value)[:count] * strengths_n
    return found

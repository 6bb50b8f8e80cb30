"""An address as a QR code."""

from io import BytesIO

import segno
import streamlit as st


def qr_code(address: str, alt: str) -> None:
    """Show the code, black on white in both themes, with the quiet margin that cameras need."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", scale=4, border=4, dark="#000", light="#fff", xmldecl=False, svgns=True
    )
    st.image(drawn.getvalue().decode(), width=190, alt=alt)

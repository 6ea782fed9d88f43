@echo off
node "%~dp0code.cjs" %*
